; whom does a fence order memory for?

; ModuleID = 'fences'
source_filename = "fences"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @tell(ptr %dyn_ptr, ptr %message, ptr %near, ptr %far) {
entry:
  store i32 7, ptr %message, align 4
  fence syncscope("block") seq_cst
  store atomic i32 1, ptr %near syncscope("block") monotonic, align 4
  fence syncscope("device") seq_cst
  store atomic i32 1, ptr %far syncscope("device") monotonic, align 4
  ret void
}
