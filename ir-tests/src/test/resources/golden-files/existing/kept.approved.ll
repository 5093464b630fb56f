; what becomes of things that the module has already?

; irgen lower
; irgen lower --preset=rustc
; are constructors kept, and ours added?
; and @llvm.global_ctors
;; irgen lower
;; @llvm.global_ctors = appending global [2 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }, { i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;; irgen lower --preset=rustc
;; @llvm.global_ctors = appending constant [2 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }, { i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }]

; lines with ret
define internal void @setup() {
  ret void
}
;; define internal void @setup() {
;;   ret void
;; }
declare void @k(ptr)
; lines with @__tgt_target_kernel
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; irgen lower
;; define void @run(ptr nonnull %x) {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0
;; irgen lower --preset=rustc
;; define void @run(ptr nonnull %x) {
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = weak constant i8 0

; irgen lower --registration=linker-wrapper
; are uses kept, and the entry added?
; and @llvm.compiler.used
;; @llvm.compiler.used = appending global [2 x ptr] [ptr @kept, ptr @.offloading.entry.k], section "llvm.metadata"
@kept = internal global i32 7

@llvm.compiler.used = appending global [1 x ptr] [ptr @kept], section "llvm.metadata"
declare void @k(ptr)
; lines with @__tgt_target_kernel
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = weak constant i8 0

; irgen lower
; is a module's own OpenMP version kept?
; and !llvm.module.flags
;; !llvm.module.flags = !{!{i32 7, !"openmp", i32 52}, !{i32 8, !"PIC Level", i32 2}}
!llvm.module.flags = !{!0, !1}
!0 = !{i32 7, !"openmp", i32 52}
!1 = !{i32 8, !"PIC Level", i32 2}

; are the runtime's declarations reused?
; and @__tgt_target_kernel, @__tgt_target_data_begin_mapper, @abort
;; declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
;; declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
;; declare void @abort() noreturn
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @abort() noreturn

; are types reused that have the runtime's fields, and others left alone?
; and @1, %struct.ident_t, %struct.__tgt_kernel_arguments
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; %struct.ident_t = type { i32, i32, i32, i32, ptr }
;; %struct.__tgt_kernel_arguments = type { i64 }
%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_kernel_arguments = type { i64 }
@location = external global %struct.ident_t
@other = external global %struct.__tgt_kernel_arguments

; does a taken name become another one?
; and @.omp_offloading.entries, @.offloading.entry_name.k.3
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id.2, ptr @.offloading.entry_name.k.3, i64 0, i64 0, ptr null }], align 8
;; @.offloading.entry_name.k.3 = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
@.k.region_id = internal constant i8 1
@.offload_sizes.k = internal constant i8 2
@.offloading.entry_name.k = internal constant i8 3

declare void @k(ptr)
; lines with alloca, __tgt_target
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments.0, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k.1, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id.2, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k.1, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k.1 = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.k.region_id.2 = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer
