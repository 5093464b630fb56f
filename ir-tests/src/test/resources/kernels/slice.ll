; Doubles the elements of a slice, each thread every so many.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)

define void @twice(ptr %values, i64 %count) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %blocks = call i32 @offload.grid.size(i32 0)
  %before = mul i32 %block, %threads
  %first = add i32 %before, %thread
  %all = mul i32 %blocks, %threads
  %start = zext i32 %first to i64
  %step = zext i32 %all to i64
  br label %header

header:
  %i = phi i64 [ %start, %entry ], [ %next, %body ]
  %inside = icmp ult i64 %i, %count
  br i1 %inside, label %body, label %exit

body:
  %p = getelementptr inbounds double, ptr %values, i64 %i
  %v = load double, ptr %p
  %twice = fadd double %v, %v
  store double %twice, ptr %p
  %next = add i64 %i, %step
  br label %header

exit:
  ret void
}
