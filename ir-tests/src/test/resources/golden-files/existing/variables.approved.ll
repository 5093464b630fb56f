; what becomes of variables that host and device know by name?

; irgen lower
; irgen lower --registration=linker-wrapper
; and @counter, @declared
;; @counter = global i32 7, section "offload.device"
;; @declared = weak global [4 x i32] zeroinitializer, section "offload.device"
target triple = "x86_64-unknown-linux-gnu"
@counter = global i32 7, section "offload.device"
@declared = external global [4 x i32], section "offload.device"
declare void @k()
; lines with @__tgt_target_kernel
define void @run() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; irgen lower
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0
;; irgen lower --registration=linker-wrapper
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = weak constant i8 0

; irgen lower
; and @.omp_offloading.entries
;; @.omp_offloading.entries = internal constant [2 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @counter, ptr @.offloading.entry_name.counter, i64 4, i64 0, ptr null }], align 8
target triple = "x86_64-unknown-linux-gnu"
@counter = global i32 7, section "offload.device"
declare void @k()
; lines with @__tgt_target_kernel
define void @run() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0
