; what does a module consist of, whichever way it is registered?

; irgen lower --runtime-abi=llvm-22
; whole
;; ; ModuleID = '<stdin>'
;; source_filename = "<stdin>"
;; target triple = "x86_64-unknown-linux-gnu"
;;
;; %struct.ident_t = type { i32, i32, i32, i32, ptr }
;; %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
;; %__tgt_bin_desc = type { i32, ptr, ptr, ptr }
;; %struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
;;
;; @0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [1 x i64] [i64 32]
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer
;; @2 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.k.region_id = internal constant i8 0
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
;; @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;;
;; declare void @k(ptr)
;;
;; define void @run(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 1, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr @.offload_names.k, ptr %ArgNames, align 8
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
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message, i64 133)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;;   ret void
;; }
;;
;; ; Function Attrs: nounwind
;; declare i32 @omp_get_default_device() #0
;;
;; ; Function Attrs: nounwind
;; declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0
;;
;; ; Function Attrs: nounwind
;; declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #0
;;
;; ; Function Attrs: noinline
;; define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) #1 {
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
;;
;; ; Function Attrs: nounwind
;; declare i64 @write(i32, ptr, i64) #0
;;
;; ; Function Attrs: nounwind
;; declare void @abort() #0
;;
;; ; Function Attrs: nounwind
;; declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0
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
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
;;
;; declare void @__tgt_register_lib(ptr)
;;
;; declare i32 @atexit(ptr)
;;
;; attributes #0 = { nounwind }
;; attributes #1 = { noinline "offload4j-helper"="check.v1" }
;;
;; !llvm.module.flags = !{!0}
;;
;; !0 = !{i32 7, !"openmp", i32 51}
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}

; irgen lower --runtime-abi=llvm-22
; irgen lower --runtime-abi=llvm-22 --registration=explicit
; irgen lower --runtime-abi=llvm-22 --registration=linker-wrapper
; what of it is there for which registration?
; and @llvm.global_ctors, @.omp_offloading.descriptor_reg, @.omp_offloading.descriptor_unreg, @offload4j.register, @offload4j.unregister, @atexit, @__tgt_register_lib, @__tgt_unregister_lib
;; irgen lower --runtime-abi=llvm-22
;; @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
;; define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
;; entry:
;;   call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;; no @offload4j.register
;; no @offload4j.unregister
;; declare i32 @atexit(ptr)
;; declare void @__tgt_register_lib(ptr)
;; declare void @__tgt_unregister_lib(ptr)
;; irgen lower --runtime-abi=llvm-22 --registration=explicit
;; no @llvm.global_ctors
;; no @.omp_offloading.descriptor_reg
;; no @.omp_offloading.descriptor_unreg
;; define void @offload4j.register() section ".text.startup" {
;; entry:
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;; define void @offload4j.unregister() section ".text.startup" {
;; entry:
;;   call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;; no @atexit
;; declare void @__tgt_register_lib(ptr)
;; declare void @__tgt_unregister_lib(ptr)
;; irgen lower --runtime-abi=llvm-22 --registration=linker-wrapper
;; no @llvm.global_ctors
;; no @.omp_offloading.descriptor_reg
;; no @.omp_offloading.descriptor_unreg
;; no @offload4j.register
;; no @offload4j.unregister
;; no @atexit
;; no @__tgt_register_lib
;; no @__tgt_unregister_lib
; and @.omp_offloading.entries, @.omp_offloading.descriptor, @.offloading.entry.k, @.offloading.entry_name.k, @.k.region_id, @llvm.compiler.used, %__tgt_bin_desc
;; irgen lower --runtime-abi=llvm-22
;; irgen lower --runtime-abi=llvm-22 --registration=explicit
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
;; no @.offloading.entry.k
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.k.region_id = internal constant i8 0
;; no @llvm.compiler.used
;; %__tgt_bin_desc = type { i32, ptr, ptr, ptr }
;; irgen lower --runtime-abi=llvm-22 --registration=linker-wrapper
;; no @.omp_offloading.entries
;; no @.omp_offloading.descriptor
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
;; @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
;; @.k.region_id = weak constant i8 0
;; @llvm.compiler.used = appending global [1 x ptr] [ptr @.offloading.entry.k], section "llvm.metadata"
;; no %__tgt_bin_desc
; lines with __tgt_target_kernel
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)
define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
