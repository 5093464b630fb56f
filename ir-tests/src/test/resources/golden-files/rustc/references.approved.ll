; how does rustc offload a shared and a mutable reference?

; irgen lower --preset=rustc
; whole
;; ; ModuleID = '<stdin>'
;; source_filename = "<stdin>"
;; target triple = "x86_64-unknown-linux-gnu"
;;
;; %struct.ident_t = type { i32, i32, i32, i32, ptr }
;; %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
;; %struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
;;
;; @0 = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00", align 1
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @0 }, align 8
;; @.omp_offloading.descriptor = internal constant { i32, ptr, ptr, ptr } zeroinitializer
;; @llvm.global_ctors = appending constant [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;; @.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 1024, i64 1024]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 32]
;; @.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 2]
;; @.k.region_id = weak constant i8 0
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
;; @llvm.compiler.used = appending global [1 x ptr] [ptr @.offloading.entry.k], section "llvm.metadata"
;;
;; declare void @k(ptr, ptr)
;;
;; define void @run(ptr %x, ptr %y) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = getelementptr inbounds float, ptr %x, i32 0
;;   %2 = getelementptr inbounds float, ptr %y, i32 0
;;   %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   store ptr %x, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   store ptr %1, ptr %4, align 8
;;   %5 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %y, ptr %5, align 8
;;   %6 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %2, ptr %6, align 8
;;   %7 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %8 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 2, ptr %7, ptr %8, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %7, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %8, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr null, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %9 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   %10 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %11 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 2, ptr %10, ptr %11, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
;;   ret void
;; }
;;
;; ; Function Attrs: nounwind
;; declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0
;;
;; ; Function Attrs: nounwind
;; declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0
;;
;; ; Function Attrs: nounwind
;; declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0
;;
;; ; Function Attrs: nounwind
;; declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #0
;;
;; define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
;; entry:
;;   call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;;
;; declare void @__tgt_unregister_lib(ptr)
;;
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   call void @__tgt_init_all_rtls()
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
;;
;; declare void @__tgt_register_lib(ptr)
;;
;; declare void @__tgt_init_all_rtls()
;;
;; declare i32 @atexit(ptr)
;;
;; attributes #0 = { nounwind }
;;
;; !llvm.module.flags = !{!0}
;;
;; !0 = !{i32 7, !"openmp", i32 51}
target triple = "x86_64-unknown-linux-gnu"
declare void @k(ptr, ptr)
define void @run(ptr %x, ptr %y) {
  call void @k(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 1024, i64 1), "offload.map"(i32 1, i64 1024, i64 3) ]
  ret void
}
