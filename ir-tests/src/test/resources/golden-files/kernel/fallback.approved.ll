; what runs when a launch is refused, and is it shared?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k(ptr, i16)
declare void @on_host(ptr, i16)
; lines with @__tgt_target_kernel, .offload_fallback, .offload_check
define void @none(ptr nonnull %x, i16 %n) {
  call void @k(ptr %x, i16 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
;; define void @none(ptr nonnull %x, i16 %n) {
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %6, ptr @.offload_message, i64 134)
;; }
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [135 x i8] c"function 'none': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1

define void @run(ptr nonnull %x, i16 %n) {
  call void @k(ptr %x, i16 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3), "offload.fallback"(ptr @on_host) ]
  ret void
}
;; define void @run(ptr nonnull %x, i16 %n) {
;;   %6 = call i32 @__tgt_target_kernel(ptr @5, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_fallback.on_host(i32 %6, ptr %x, i16 %n)
;; }

define void @again(ptr nonnull %x, i16 %n) {
  call void @k(ptr %x, i16 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3), "offload.fallback"(ptr @on_host) ]
  ret void
}
;; define void @again(ptr nonnull %x, i16 %n) {
;;   %6 = call i32 @__tgt_target_kernel(ptr @7, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_fallback.on_host(i32 %6, ptr %x, i16 %n)
;; }

; every line
; and @.offload_fallback.on_host, @.offload_check.v1
;; define internal void @.offload_fallback.on_host(i32 %0, ptr %1, i16 %2) noinline "offload4j-helper"="fallback.v1" "offload4j-subject"="on_host" {
;; entry:
;;   %3 = icmp ne i32 %0, 0
;;   br i1 %3, label %refused, label %launched
;;
;; refused:                                          ; preds = %entry
;;   call void @on_host(ptr %1, i16 %2)
;;   ret void
;;
;; launched:                                         ; preds = %entry
;;   ret void
;; }
;; define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) noinline "offload4j-helper"="check.v1" {
;; entry:
;;   %3 = icmp ne i32 %0, 0
;;   br i1 %3, label %refused, label %launched
;;
;; refused:                                          ; preds = %entry
;;   %4 = call i64 @write(i32 2, ptr %1, i64 %2)
;;   call void @abort()
;;   unreachable
;;
;; launched:                                         ; preds = %entry
;;   ret void
;; }

; irgen lower
; irgen lower --on-launch-failure=ignore
; irgen lower --on-launch-failure=fallback
declare void @k()
; lines with @__tgt_target_kernel, .offload
define void @run() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; irgen lower
;; define void @run() {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message, i64 133)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; irgen lower --on-launch-failure=ignore
;; define void @run() {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.k.region_id = internal constant i8 0

;; irgen lower --on-launch-failure=fallback
;; irgen: <stdin>:4:3: error: kernel 'k' has no fallback, and refused launches are to run one; give it a fallback [function 'run', the first block: call void @k()]
;;   call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
;;   ^
; irgen lower
@second = alias void (), ptr @first
define void @first() {
  ret void
}
;; define void @first() {
;;   ret void
;; }

; lines with @__tgt_target_kernel
define void @aliased() {
  call void @second() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @aliased() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.second.region_id, ptr %kernel_args)
;; }
;; @.second.region_id = internal constant i8 0

; and @.offloading.entry_name.second
;; @.offloading.entry_name.second = internal unnamed_addr constant [7 x i8] c"second\00", section ".llvm.rodata.offloading", align 1
