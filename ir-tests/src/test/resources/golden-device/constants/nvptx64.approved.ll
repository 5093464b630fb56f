; are variables kept, and hidden?

; ModuleID = 'constants'
source_filename = "constants"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@weights = internal constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
@launches = internal global i32 40

define ptx_kernel void @weight(ptr %dyn_ptr, ptr %out, i64 %which) {
entry:
  %0 = trunc i64 %which to i32
  %i.i = and i32 %0, 3
  %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
  %w.i = load i32, ptr %p.i, align 4
  store i32 %w.i, ptr %out, align 4
  %before.i = load i32, ptr @launches, align 4
  %now.i = add i32 %before.i, 1
  store i32 %now.i, ptr @launches, align 4
  %out.launches.i = getelementptr i32, ptr %out, i32 1
  store i32 %now.i, ptr %out.launches.i, align 4
  ret void
}
