; has a module without kernels devices, whatever the runtime?

; irgen lower --runtime-abi=llvm-19
; irgen lower --runtime-abi=llvm-20
; irgen lower --runtime-abi=llvm-21
; irgen lower --runtime-abi=llvm-22
; irgen lower --runtime-abi=portable
; and @.omp_offloading.descriptor_reg, @.omp_offloading.descriptor, @llvm.global_ctors, @__tgt_init_all_rtls
;; irgen lower --runtime-abi=llvm-19
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
;; @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;; no @__tgt_init_all_rtls
;; irgen lower --runtime-abi=llvm-20
;; irgen lower --runtime-abi=llvm-21
;; irgen lower --runtime-abi=llvm-22
;; irgen lower --runtime-abi=portable
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   call void @__tgt_init_all_rtls()
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
;; @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;; declare void @__tgt_init_all_rtls()
target triple = "x86_64-unknown-linux-gnu"

declare void @offload.data(...)
; lines with data_begin
define void @run(ptr nonnull %x) {
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 -1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.data, ptr @.offload_maptypes.data.begin, ptr @.offload_names.data, ptr null)
;; }
;; @.offload_sizes.data = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.data.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.data = private unnamed_addr constant [1 x ptr] [ptr @2]
