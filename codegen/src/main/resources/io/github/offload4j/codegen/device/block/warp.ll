; What the lanes of a warp do together, by values that each puts and the others get once all have met. A warp has 32 lanes.

declare void @.offload.item.put(i64)
declare i64 @.offload.item.get(i64)
declare i64 @.offload.item.number()
declare i1 @.offload.item.exists(i64)
declare void @.offload.item.meet(i32) convergent

; Returns what the lane of some number has, or the caller's own where there is none.
define i64 @.offload.warp.exchange(i64 %value, i64 %lane, i32 %place) alwaysinline convergent {
  call void @.offload.item.put(i64 %value)
  call void @.offload.item.meet(i32 %place)
  %number = call i64 @.offload.item.number()
  %first = and i64 %number, -32
  %wanted = add i64 %first, %lane
  %near = icmp ult i64 %lane, 32
  %there = call i1 @.offload.item.exists(i64 %wanted)
  %fine = and i1 %near, %there
  %from = select i1 %fine, i64 %wanted, i64 %number
  %got = call i64 @.offload.item.get(i64 %from)
  call void @.offload.item.meet(i32 %place)
  ret i64 %got
}

; Returns the lowest bits of what the lanes have, each at its lane's place, and 0 where there is no lane.
define i64 @.offload.warp.ballot(i64 %value, i32 %place) alwaysinline convergent {
entry:
  call void @.offload.item.put(i64 %value)
  call void @.offload.item.meet(i32 %place)
  %number = call i64 @.offload.item.number()
  %first = and i64 %number, -32
  br label %one

one:
  %lane = phi i64 [ 0, %entry ], [ %next, %one ]
  %sum = phi i64 [ 0, %entry ], [ %more, %one ]
  %wanted = add i64 %first, %lane
  %there = call i1 @.offload.item.exists(i64 %wanted)
  %from = select i1 %there, i64 %wanted, i64 %number
  %got = call i64 @.offload.item.get(i64 %from)
  %bit = and i64 %got, 1
  %known = select i1 %there, i64 %bit, i64 0
  %placed = shl i64 %known, %lane
  %more = or i64 %sum, %placed
  %next = add i64 %lane, 1
  %again = icmp ult i64 %next, 32
  br i1 %again, label %one, label %done

done:
  call void @.offload.item.meet(i32 %place)
  ret i64 %more
}
