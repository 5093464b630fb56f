; Reverses the numbers of a block through shared memory that a function tells the address of.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.size(i32)
declare void @offload.barrier()
declare ptr @offload.shared.dynamic()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %tile = call ptr @offload.shared.dynamic()
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr float, ptr %tile, i32 %t
  store float %v, ptr %slot
  call void @offload.barrier()
  %size = call i32 @offload.block.size(i32 0)
  %last = sub i32 %size, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr float, ptr %tile, i32 %other
  %w = load float, ptr %other.slot
  store float %w, ptr %from
  ret void
}
