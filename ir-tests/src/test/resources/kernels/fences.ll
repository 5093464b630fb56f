; A message for the threads of the block, and one for those of the device.

declare void @offload.fence.block()
declare void @offload.fence.device()

define void @tell(ptr %message, ptr %near, ptr %far) "offload-kernel" {
  store i32 7, ptr %message
  call void @offload.fence.block()
  store atomic i32 1, ptr %near syncscope("workgroup") monotonic, align 4
  call void @offload.fence.device()
  store atomic i32 1, ptr %far syncscope("agent") monotonic, align 4
  ret void
}
