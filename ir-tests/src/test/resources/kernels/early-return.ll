; Threads beyond the end return, and the others turn their numbers round.

@part = internal addrspace(3) global [64 x i32] poison

declare i32 @offload.thread.id(i32)
declare void @offload.barrier() convergent

define void @turn(ptr %x, i32 %n) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %some = icmp ult i32 %t, %n
  br i1 %some, label %take, label %exit

take:
  %from = getelementptr i32, ptr %x, i32 %t
  %v = load i32, ptr %from
  %slot = getelementptr i32, ptr addrspace(3) @part, i32 %t
  store i32 %v, ptr addrspace(3) %slot
  call void @offload.barrier() convergent
  %last = sub i32 %n, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr i32, ptr addrspace(3) @part, i32 %other
  %w = load i32, ptr addrspace(3) %other.slot
  store i32 %w, ptr %from
  br label %exit

exit:
  ret void
}
