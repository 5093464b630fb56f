; ModuleID = 'm.ll'
source_filename = "m.ll"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.saxpy = private unnamed_addr constant [5 x i64] [i64 8, i64 4, i64 0, i64 0, i64 0]
@.offload_maptypes.saxpy.begin = private unnamed_addr constant [5 x i64] [i64 768, i64 768, i64 1, i64 1, i64 256]
@.offload_maptypes.saxpy.kernel = private unnamed_addr constant [5 x i64] [i64 800, i64 800, i64 32, i64 32, i64 288]
@.offload_maptypes.saxpy.end = private unnamed_addr constant [5 x i64] [i64 768, i64 768, i64 0, i64 2, i64 256]
@2 = private unnamed_addr constant [17 x i8] c";n;unknown;0;0;;\00", align 1
@3 = private unnamed_addr constant [17 x i8] c";a;unknown;0;0;;\00", align 1
@4 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
@5 = private unnamed_addr constant [17 x i8] c";y;unknown;0;0;;\00", align 1
@.offload_names.saxpy = private unnamed_addr constant [5 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5, ptr null]
@.saxpy.region_id = internal constant i8 0
@.offloading.entry_name.saxpy = internal unnamed_addr constant [6 x i8] c"saxpy\00", section ".llvm.rodata.offloading", align 1
@.offload_message = private unnamed_addr constant [138 x i8] c"function 'run': error: the offload runtime did not launch kernel 'saxpy': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.saxpy.region_id, ptr @.offloading.entry_name.saxpy, i64 0, i64 0, ptr null }], align 8
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }

declare void @saxpy(i64, float, ptr, ptr)

define void @run(i64 %n, float %a, ptr %x, ptr %y) {
  %.offload_baseptrs = alloca [5 x ptr], align 8
  %.offload_ptrs = alloca [5 x ptr], align 8
  %.offload_sizes = alloca [5 x i64], align 8
  %.offload_maptypes.end = alloca [5 x i64], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.saxpy, i64 40, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.saxpy.end, i64 40, i1 false)
  %bytes = mul i64 %n, 4
  %1 = bitcast float %a to i32
  %2 = zext i32 %1 to i64
  %3 = icmp eq ptr %x, null
  %4 = select i1 %3, i64 0, i64 %bytes
  %5 = icmp eq ptr %y, null
  %6 = select i1 %5, i64 0, i64 %bytes
  %7 = ptrtoint ptr %y to i64
  %8 = ptrtoint ptr %x to i64
  %9 = sub i64 %7, %8
  %10 = icmp ult i64 %9, %4
  %11 = select i1 %10, i64 2, i64 0
  store i64 %n, ptr %.offload_baseptrs, align 8
  store i64 %n, ptr %.offload_ptrs, align 8
  %12 = getelementptr inbounds [5 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store i64 %2, ptr %12, align 8
  %13 = getelementptr inbounds [5 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store i64 %2, ptr %13, align 8
  %14 = getelementptr inbounds [5 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
  store ptr %x, ptr %14, align 8
  %15 = getelementptr inbounds [5 x ptr], ptr %.offload_ptrs, i32 0, i32 2
  store ptr %x, ptr %15, align 8
  %16 = getelementptr inbounds [5 x i64], ptr %.offload_sizes, i32 0, i32 2
  store i64 %4, ptr %16, align 8
  %17 = getelementptr inbounds [5 x i64], ptr %.offload_maptypes.end, i32 0, i32 2
  store i64 %11, ptr %17, align 8
  %18 = getelementptr inbounds [5 x ptr], ptr %.offload_baseptrs, i32 0, i32 3
  store ptr %y, ptr %18, align 8
  %19 = getelementptr inbounds [5 x ptr], ptr %.offload_ptrs, i32 0, i32 3
  store ptr %y, ptr %19, align 8
  %20 = getelementptr inbounds [5 x i64], ptr %.offload_sizes, i32 0, i32 3
  store i64 %6, ptr %20, align 8
  %21 = getelementptr inbounds [5 x ptr], ptr %.offload_baseptrs, i32 0, i32 4
  store ptr null, ptr %21, align 8
  %22 = getelementptr inbounds [5 x ptr], ptr %.offload_ptrs, i32 0, i32 4
  store ptr null, ptr %22, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 5, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.saxpy.begin, ptr @.offload_names.saxpy, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 5, ptr %Version, align 4
  %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 5, ptr %NumArgs, align 4
  %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
  %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
  store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
  %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
  store ptr @.offload_maptypes.saxpy.kernel, ptr %ArgTypes, align 8
  %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
  store ptr @.offload_names.saxpy, ptr %ArgNames, align 8
  %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
  store ptr null, ptr %ArgMappers, align 8
  %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
  store i64 0, ptr %Tripcount, align 8
  %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
  store i64 64, ptr %Flags, align 8
  %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
  store [3 x i32] [i32 4, i32 1, i32 1], ptr %NumTeams, align 4
  %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
  store [3 x i32] [i32 64, i32 1, i32 1], ptr %ThreadLimit, align 4
  %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
  store i32 0, ptr %DynCGroupMem, align 4
  %23 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.saxpy.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %23, ptr @.offload_message, i64 137)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 5, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.end, ptr @.offload_names.saxpy, ptr null)
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #0
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #1
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #1

define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) #2 {
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

declare i64 @write(i32, ptr, i64) #1
declare void @abort() #1
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #1

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #1 = { nounwind }
attributes #2 = { noinline "offload4j-helper"="check.v1" }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
