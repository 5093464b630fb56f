; Adds up, finds the largest, and lets one thread win, by atomic updates.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define void @reduce(ptr %result, ptr readonly %values, i64 %n) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %before = mul i32 %block, %threads
  %index = add i32 %before, %thread
  %i = zext i32 %index to i64
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %work, label %exit

work:
  %p = getelementptr inbounds i32, ptr %values, i64 %i
  %v = load i32, ptr %p
  %wide = sext i32 %v to i64
  %sum = atomicrmw add ptr %result, i64 %wide monotonic
  %p.max = getelementptr i64, ptr %result, i64 1
  %max = atomicrmw max ptr %p.max, i64 %wide monotonic
  %p.real = getelementptr i64, ptr %result, i64 2
  %real = sitofp i32 %v to double
  %real.sum = atomicrmw fadd ptr %p.real, double %real monotonic
  %p.taken = getelementptr i64, ptr %result, i64 3
  %taken = cmpxchg ptr %p.taken, i64 %i, i64 %n acq_rel monotonic
  br label %exit

exit:
  ret void
}
