; Reverses the 64 numbers of a block through memory that its threads share.

@tile = internal addrspace(3) global [64 x float] poison, align 16

declare i32 @offload.thread.id(i32)
declare void @offload.barrier()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %t
  store float %v, ptr addrspace(3) %slot
  call void @offload.barrier()
  %other = sub i32 63, %t
  %other.slot = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %other
  %w = load float, ptr addrspace(3) %other.slot
  store float %w, ptr %from
  ret void
}
