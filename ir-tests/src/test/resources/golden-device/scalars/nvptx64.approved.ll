; is a scalar of any kind taken out of its slot?

; ModuleID = 'scalars'
source_filename = "scalars"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
entry:
  %0 = trunc i64 %flag to i1
  %1 = trunc i64 %byte to i8
  %2 = trunc i64 %word to i16
  %3 = trunc i64 %integer to i32
  %4 = trunc i64 %half to i16
  %5 = bitcast i16 %4 to half
  %6 = trunc i64 %single to i32
  %7 = bitcast i32 %6 to float
  %8 = bitcast i64 %real to double
  %flag.unsigned.i = zext i1 %0 to i64
  store i64 %flag.unsigned.i, ptr %out, align 4
  %p1.i = getelementptr i64, ptr %out, i64 1
  %flag.signed.i = sext i1 %0 to i64
  store i64 %flag.signed.i, ptr %p1.i, align 4
  %p2.i = getelementptr i64, ptr %out, i64 2
  %byte.unsigned.i = zext i8 %1 to i64
  store i64 %byte.unsigned.i, ptr %p2.i, align 4
  %p3.i = getelementptr i64, ptr %out, i64 3
  %byte.signed.i = sext i8 %1 to i64
  store i64 %byte.signed.i, ptr %p3.i, align 4
  %p4.i = getelementptr i64, ptr %out, i64 4
  %word.unsigned.i = zext i16 %2 to i64
  store i64 %word.unsigned.i, ptr %p4.i, align 4
  %p5.i = getelementptr i64, ptr %out, i64 5
  %word.signed.i = sext i16 %2 to i64
  store i64 %word.signed.i, ptr %p5.i, align 4
  %p6.i = getelementptr i64, ptr %out, i64 6
  %integer.unsigned.i = zext i32 %3 to i64
  store i64 %integer.unsigned.i, ptr %p6.i, align 4
  %p7.i = getelementptr i64, ptr %out, i64 7
  %integer.signed.i = sext i32 %3 to i64
  store i64 %integer.signed.i, ptr %p7.i, align 4
  %p8.i = getelementptr i64, ptr %out, i64 8
  store i64 %wide, ptr %p8.i, align 4
  %p9.i = getelementptr i64, ptr %out, i64 9
  store half %5, ptr %p9.i, align 2
  %p10.i = getelementptr i64, ptr %out, i64 10
  store float %7, ptr %p10.i, align 4
  %p11.i = getelementptr i64, ptr %out, i64 11
  store double %8, ptr %p11.i, align 8
  ret void
}
