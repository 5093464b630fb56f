; what does a kernel consist of?

; ModuleID = 'nothing'
source_filename = "nothing"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @nothing(ptr %dyn_ptr) {
entry:
  ret void
}
