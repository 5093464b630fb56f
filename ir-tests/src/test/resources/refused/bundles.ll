; The bundles themselves: which there are, how often, and their operands. Each line that is blamed is followed by what
; irgen says of it.
declare void @f()
define void @run(i1 %flag, i64 %device, i32 %i) {
  call void @f() [ "offload.shared"(i32 0) ]
;^ the call has "offload.shared" but no "offload"; write "offload"(i1 host, i64 device)
  call void @f() [ "offload"(i1 true, i64 0), "offload.gird"() ]
;^ unknown bundle "offload.gird"; there are "offload", "offload.grid", "offload.block", "offload.shared", "offload.map", "offload.section", "offload.member", "offload.member.section", "offload.mapper", "offload.device", "offload.fallback", "offload.enter", "offload.exit", "offload.update", "offload.nowait", "offload.depend", "offload.wait"
  call void @f() [
    "offload"(i1 true, i64 0),
    "deopt"(i32 1),
    "offload"(i1 true, i64 0) ]
;^ the call has "offload" twice; remove one
  call void @f() [ "offload"() ]
;^ "offload" has 0 operands instead of 2; write "offload"(i1 host, i64 device)
  call void @f() [ "offload"(i32 1, i64 0) ]
;^ operand 1 of "offload" is i32 instead of i1; write "offload"(i1 host, i64 device)
  call void @f() [ "offload"(i1 %flag, i64 0) ]
;^ the host flag of "offload" is not a constant; write i1 true or i1 false
  call void @f() [ "offload"(i1 true, i64 -2) ]
;^ there is no device -2; give one from 0, or -1 for the default
  call void @f() [ "offload"(i1 true, i64 %device),
    "offload.grid"(i32 1, i32 1, i32 1),
;^ "offload.grid" is for launches, and the host flag asks for a call; remove it
    "offload.block"(i32 1, i32 1, i32 1),
;^ "offload.block" is for launches, and the host flag asks for a call; remove it
    "offload.shared"(i32 %i),
;^ "offload.shared" is for launches, and the host flag asks for a call; remove it
    "offload.fallback"(ptr @f) ]
;^ "offload.fallback" is for launches, and the host flag asks for a call; remove it
  ret void
}
