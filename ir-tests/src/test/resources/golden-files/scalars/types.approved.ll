; how does a kernel get the bits of a value?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k_i1(i1)
declare void @k_i7(i7)
declare void @k_i8(i8)
declare void @k_i16(i16)
declare void @k_i32(i32)
declare void @k_i64(i64)
declare void @k_half(half)
declare void @k_bfloat(bfloat)
declare void @k_float(float)
declare void @k_double(double)
declare void @k_three(i32, float, i1)
declare void @k_several(i8, double, i32)
; lines with zext, bitcast, ptr %.offload_baseptrs, @.offload_sizes
define void @run_i1(i1 %value) {
  call void @k_i1(i1 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i1(i1 %value) {
;;   %3 = zext i1 %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i1, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i1 = private unnamed_addr constant [1 x i64] [i64 1]

define void @run_i7(i7 %value) {
  call void @k_i7(i7 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i7(i7 %value) {
;;   %3 = zext i7 %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i7, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i7 = private unnamed_addr constant [1 x i64] [i64 1]

define void @run_i8(i8 %value) {
  call void @k_i8(i8 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i8(i8 %value) {
;;   %3 = zext i8 %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i8, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i8 = private unnamed_addr constant [1 x i64] [i64 1]

define void @run_i16(i16 %value) {
  call void @k_i16(i16 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i16(i16 %value) {
;;   %3 = zext i16 %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i16, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i16 = private unnamed_addr constant [1 x i64] [i64 2]

define void @run_i32(i32 %value) {
  call void @k_i32(i32 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i32(i32 %value) {
;;   %3 = zext i32 %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i32, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i32 = private unnamed_addr constant [1 x i64] [i64 4]

define void @run_i64(i64 %value) {
  call void @k_i64(i64 %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_i64(i64 %value) {
;;   store i64 %value, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_i64, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_i64 = private unnamed_addr constant [1 x i64] [i64 8]

define void @run_half(half %value) {
  call void @k_half(half %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_half(half %value) {
;;   %3 = bitcast half %value to i16
;;   %4 = zext i16 %3 to i64
;;   store i64 %4, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_half, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_half = private unnamed_addr constant [1 x i64] [i64 2]

define void @run_bfloat(bfloat %value) {
  call void @k_bfloat(bfloat %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_bfloat(bfloat %value) {
;;   %3 = bitcast bfloat %value to i16
;;   %4 = zext i16 %3 to i64
;;   store i64 %4, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_bfloat, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_bfloat = private unnamed_addr constant [1 x i64] [i64 2]

define void @run_float(float %value) {
  call void @k_float(float %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_float(float %value) {
;;   %3 = bitcast float %value to i32
;;   %4 = zext i32 %3 to i64
;;   store i64 %4, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_float, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_float = private unnamed_addr constant [1 x i64] [i64 4]

define void @run_double(double %value) {
  call void @k_double(double %value) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run_double(double %value) {
;;   %3 = bitcast double %value to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr @.offload_sizes.k_double, ptr %ArgSizes, align 8
;; }
;; @.offload_sizes.k_double = private unnamed_addr constant [1 x i64] [i64 8]

; lines with zext, bitcast, store i64, @.offload_sizes
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

define void @several_values(i8 %a, double %b, i32 %c) {
  call void @k_several(i8 %a, double %b, i32 %c) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @several_values(i8 %a, double %b, i32 %c) {
;;   %3 = zext i8 %a to i64
;;   %4 = bitcast double %b to i64
;;   %5 = zext i32 %c to i64
;;   store i64 %3, ptr %.offload_baseptrs, align 8
;;   store i64 %3, ptr %.offload_ptrs, align 8
;;   store i64 %4, ptr %6, align 8
;;   store i64 %4, ptr %7, align 8
;;   store i64 %5, ptr %8, align 8
;;   store i64 %5, ptr %9, align 8
;;   store ptr @.offload_sizes.k_several, ptr %ArgSizes, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;; }
;; @.offload_sizes.k_several = private unnamed_addr constant [3 x i64] [i64 1, i64 8, i64 4]
