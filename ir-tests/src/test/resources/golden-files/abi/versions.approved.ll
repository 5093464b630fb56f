; which entries does each runtime read, and where?

; irgen lower --runtime-abi=llvm-19
; irgen lower --runtime-abi=llvm-20
; irgen lower --runtime-abi=llvm-21
; irgen lower --runtime-abi=llvm-22
; irgen lower --runtime-abi=portable
; and %struct.__tgt_offload_entry, @.offloading.entry_name.k, @.omp_offloading.entries, @.omp_offloading.descriptor
;; irgen lower --runtime-abi=llvm-19
;; irgen lower --runtime-abi=portable
;; %struct.__tgt_offload_entry = type { ptr, ptr, i64, i32, i32 }
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i32 0, i32 0 }], align 8
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
;; irgen lower --runtime-abi=llvm-20
;; irgen lower --runtime-abi=llvm-21
;; irgen lower --runtime-abi=llvm-22
;; %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
; and @.omp_offloading.descriptor_reg
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
; lines with Version
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;; }

; irgen lower --registration=linker-wrapper --runtime-abi=llvm-19
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-20
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-21
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-22
; irgen lower --registration=linker-wrapper --runtime-abi=portable
; and %struct.__tgt_offload_entry, @.offloading.entry.k
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-19
;; irgen lower --registration=linker-wrapper --runtime-abi=portable
;; %struct.__tgt_offload_entry = type { ptr, ptr, i64, i32, i32 }
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i32 0, i32 0 }, section "omp_offloading_entries", align 8
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-20
;; %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 8
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-21
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-22
;; %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
; lines with Version
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;; }
