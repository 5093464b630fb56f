; in which section does the linker wrapper of llvm-23 look for entries?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 8, i64 0]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 256]
@.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 288]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 256]
@2 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr null]
@.k.region_id = weak constant i8 0
@.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
@.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
@llvm.compiler.used = appending global [1 x ptr] [ptr @.offloading.entry.k], section "llvm.metadata"
@.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1

define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %2 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr null, ptr %2, align 8
  %3 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr null, ptr %3, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 5, ptr %Version, align 4
  %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 2, ptr %NumArgs, align 4
  %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
  %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
  store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
  %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
  store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
  %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
  store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
  %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
  store ptr @.offload_names.k, ptr %ArgNames, align 8
  %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
  store ptr null, ptr %ArgMappers, align 8
  %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
  store i64 0, ptr %Tripcount, align 8
  %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
  store i64 64, ptr %Flags, align 8
  %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
  %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
  %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
  store i32 0, ptr %DynCGroupMem, align 4
  %4 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %4, ptr @.offload_message, i64 133)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}

; Function Attrs: nounwind
declare i32 @omp_get_default_device() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #0

; Function Attrs: noinline
define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) #1 {
entry:
  %3 = icmp ne i32 %0, 0
  br i1 %3, label %refused, label %launched

refused:                                          ; preds = %entry
  %4 = call i64 @write(i32 2, ptr %1, i64 %2)
  call void @abort()
  unreachable

launched:                                         ; preds = %entry
  ret void
}

; Function Attrs: nounwind
declare i64 @write(i32, ptr, i64) #0

; Function Attrs: nounwind
declare void @abort() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

attributes #0 = { nounwind }
attributes #1 = { noinline "offload4j-helper"="check.v1" }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
