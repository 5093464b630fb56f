; how does portable code find out when it starts which runtime it has?

; irgen build --emit=ll --target=x86_64 -O0 -o - --runtime-abi=portable
target triple = "x86_64-unknown-linux-gnu"

; lines with either
define void @k(i64 %n, ptr %x) section "offload.kernel" { store i64 %n, ptr %x ret void }

define void @run(i64 %n, ptr nonnull %x) {
  call void @k(i64 %n, ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 1, i64 64, i64 3) ]
  ret void
}
;; define void @run(i64 %n, ptr nonnull %x) {
;;   %7 = call i32 @.offload_launch.either.v1(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args, i1 false)
;; }
;; @.k.region_id = internal constant i8 0
; every line
; and @.offload_launch.either.v1, @.offload_runtime_side, @llvm.global_ctors
;; define linkonce_odr hidden i32 @.offload_launch.either.v1(ptr %0, i64 %1, i32 %2, i32 %3, ptr %4, ptr %5, i1 %6) noinline "offload4j-helper"="launch.v1" {
;; entry:
;;   br i1 %6, label %skip, label %launch
;;
;; launch:                                           ; preds = %entry
;;   %7 = load i64, ptr @.offload_launch.either.v1.table, align 8
;;   %8 = icmp eq i64 %7, 0
;;   br i1 %8, label %on, label %count
;;
;; skip:                                             ; preds = %entry
;;   ret i32 0
;;
;; count:                                            ; preds = %launch
;;   %9 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %5, i32 0, i32 0
;;   store i32 5, ptr %9, align 4
;;   %10 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %5, i32 0, i32 1
;;   %11 = load i32, ptr %10, align 4
;;   %12 = add i32 %11, 1
;;   store i32 %12, ptr %10, align 4
;;   br label %on
;;
;; on:                                               ; preds = %count, %launch
;;   %13 = call i32 @__tgt_target_kernel(ptr %0, i64 %1, i32 %2, i32 %3, ptr %4, ptr %5)
;;   ret i32 %13
;; }
;; define internal void @.offload_runtime_side() section ".text.startup" {
;; entry:
;;   %found = call ptr @dlsym(ptr null, ptr @.offload_text)
;;   %0 = icmp ne ptr %found, null
;;   %1 = icmp ne ptr @__tgt_register_rpc_callback, null
;;   %2 = or i1 %0, %1
;;   %3 = zext i1 %2 to i64
;;   store i64 %3, ptr @.offload_launch.either.v1.table, align 8
;;   ret void
;; }
;; @llvm.global_ctors = appending global [2 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 100, ptr @.offload_runtime_side, ptr null }, { i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
