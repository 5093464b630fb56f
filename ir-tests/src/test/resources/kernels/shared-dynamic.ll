; Reverses the numbers of a block through shared memory whose size the launch decides.

@tile = external addrspace(3) global [0 x float], align 16

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.size(i32)
declare void @offload.barrier()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %t
  store float %v, ptr addrspace(3) %slot
  call void @offload.barrier()
  %size = call i32 @offload.block.size(i32 0)
  %last = sub i32 %size, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other
  %w = load float, ptr addrspace(3) %other.slot
  store float %w, ptr %from
  ret void
}
