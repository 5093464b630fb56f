; how does a kernel get the bits of a value?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k_three(i32, float, i1)
declare void @k(i1, i7, i8, i16, i32, i64, half, bfloat, float, double)
; lines with zext, bitcast, store i64, @.offload_sizes
define void @each(i1 %i1.value, i7 %i7.value, i8 %i8.value, i16 %i16.value, i32 %i32.value, i64 %i64.value, half %half.value, bfloat %bfloat.value, float %float.value, double %double.value) {
  call void @k(i1 %i1.value, i7 %i7.value, i8 %i8.value, i16 %i16.value, i32 %i32.value, i64 %i64.value, half %half.value, bfloat %bfloat.value, float %float.value, double %double.value)
    [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @each(i1 %i1.value, i7 %i7.value, i8 %i8.value, i16 %i16.value, i32 %i32.value, i64 %i64.value, half %half.value, bfloat %bfloat.value, float %float.value, double %double.value) {
;;   %3 = zext i1 %i1.value to i64
;;   %4 = zext i7 %i7.value to i64
;;   %5 = zext i8 %i8.value to i64
;;   %6 = zext i16 %i16.value to i64
;;   %7 = zext i32 %i32.value to i64
;;   %8 = bitcast half %half.value to i16
;;   %9 = zext i16 %8 to i64
;;   %10 = bitcast bfloat %bfloat.value to i16
;;   %11 = zext i16 %10 to i64
;;   %12 = bitcast float %float.value to i32
;;   %13 = zext i32 %12 to i64
;;   %14 = bitcast double %double.value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store i64 %3, ptr %.offload_ptrs, align 8
;;   store i64 %4, ptr %15, align 8
;;   store i64 %4, ptr %16, align 8
;;   store i64 %5, ptr %17, align 8
;;   store i64 %5, ptr %18, align 8
;;   store i64 %6, ptr %19, align 8
;;   store i64 %6, ptr %20, align 8
;;   store i64 %7, ptr %21, align 8
;;   store i64 %7, ptr %22, align 8
;;   store i64 %i64.value, ptr %23, align 8
;;   store i64 %i64.value, ptr %24, align 8
;;   store i64 %9, ptr %25, align 8
;;   store i64 %9, ptr %26, align 8
;;   store i64 %11, ptr %27, align 8
;;   store i64 %11, ptr %28, align 8
;;   store i64 %13, ptr %29, align 8
;;   store i64 %13, ptr %30, align 8
;;   store i64 %14, ptr %31, align 8
;;   store i64 %14, ptr %32, align 8
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;; }
;; @.offload_sizes.k = private unnamed_addr constant [10 x i64] [i64 1, i64 1, i64 1, i64 2, i64 4, i64 8, i64 2, i64 2, i64 4, i64 8]

define void @constants() {
  call void @k_three(i32 -1, float 1.5, i1 true) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @constants() {
;;   store i64 4294967295, ptr %.offload_baseptrs, align 8
;;   store i64 4294967295, ptr %.offload_ptrs, align 8
;;   store i64 1069547520, ptr %3, align 8
;;   store i64 1069547520, ptr %4, align 8
;;   store i64 1, ptr %5, align 8
;;   store i64 1, ptr %6, align 8
;;   store ptr @.offload_sizes.k_three, ptr %ArgSizes, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;; }
;; @.offload_sizes.k_three = private unnamed_addr constant [3 x i64] [i64 4, i64 4, i64 1]
