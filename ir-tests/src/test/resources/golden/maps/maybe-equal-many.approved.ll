; are many pointers of different directions compared in a loop, and their map types stored at every run?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.k = private unnamed_addr constant [7 x i64] [i64 8, i64 8, i64 8, i64 8, i64 8, i64 8, i64 4]
@.offload_maptypes.k.begin = private unnamed_addr constant [7 x i64] [i64 1, i64 0, i64 1, i64 0, i64 1, i64 0, i64 768]
@.offload_maptypes.k.kernel = private unnamed_addr constant [7 x i64] [i64 32, i64 32, i64 32, i64 32, i64 32, i64 32, i64 800]
@.offload_maptypes.k.end = private unnamed_addr constant [7 x i64] [i64 0, i64 2, i64 0, i64 2, i64 0, i64 2, i64 768]
@2 = private unnamed_addr constant [17 x i8] c";a;unknown;0;0;;\00", align 1
@3 = private unnamed_addr constant [17 x i8] c";b;unknown;0;0;;\00", align 1
@4 = private unnamed_addr constant [17 x i8] c";c;unknown;0;0;;\00", align 1
@5 = private unnamed_addr constant [17 x i8] c";d;unknown;0;0;;\00", align 1
@6 = private unnamed_addr constant [17 x i8] c";e;unknown;0;0;;\00", align 1
@7 = private unnamed_addr constant [17 x i8] c";f;unknown;0;0;;\00", align 1
@8 = private unnamed_addr constant [17 x i8] c";n;unknown;0;0;;\00", align 1
@.offload_names.k = private unnamed_addr constant [7 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5, ptr @6, ptr @7, ptr @8]
@.k.region_id = internal constant i8 0
@.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
@.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

define void @run(ptr nonnull %a, ptr nonnull %b, ptr nonnull %c, ptr nonnull %d, ptr nonnull %e, ptr nonnull %f, i32 %n) {
entry:
  %.offload_baseptrs = alloca [7 x ptr], align 8
  %.offload_ptrs = alloca [7 x ptr], align 8
  %.offload_maptypes.begin = alloca [7 x i64], align 8
  %.offload_maptypes.end = alloca [7 x i64], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.begin, ptr align 8 @.offload_maptypes.k.begin, i64 56, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k.end, i64 56, i1 false)
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  %2 = zext i32 %n to i64
  store ptr %a, ptr %.offload_baseptrs, align 8
  store ptr %a, ptr %.offload_ptrs, align 8
  store i64 1, ptr %.offload_maptypes.begin, align 8
  store i64 0, ptr %.offload_maptypes.end, align 8
  %3 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr %b, ptr %3, align 8
  %4 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %b, ptr %4, align 8
  %5 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 1
  store i64 0, ptr %5, align 8
  %6 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.end, i32 0, i32 1
  store i64 2, ptr %6, align 8
  %7 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
  store ptr %c, ptr %7, align 8
  %8 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 2
  store ptr %c, ptr %8, align 8
  %9 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 2
  store i64 1, ptr %9, align 8
  %10 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.end, i32 0, i32 2
  store i64 0, ptr %10, align 8
  %11 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 3
  store ptr %d, ptr %11, align 8
  %12 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 3
  store ptr %d, ptr %12, align 8
  %13 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 3
  store i64 0, ptr %13, align 8
  %14 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.end, i32 0, i32 3
  store i64 2, ptr %14, align 8
  %15 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 4
  store ptr %e, ptr %15, align 8
  %16 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 4
  store ptr %e, ptr %16, align 8
  %17 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 4
  store i64 1, ptr %17, align 8
  %18 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.end, i32 0, i32 4
  store i64 0, ptr %18, align 8
  %19 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 5
  store ptr %f, ptr %19, align 8
  %20 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 5
  store ptr %f, ptr %20, align 8
  %21 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 5
  store i64 0, ptr %21, align 8
  %22 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.end, i32 0, i32 5
  store i64 2, ptr %22, align 8
  %23 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 6
  store i64 %2, ptr %23, align 8
  %24 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 6
  store i64 %2, ptr %24, align 8
  call void @.offload_unite_aliases.v1(i64 7, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr %.offload_maptypes.begin, ptr %.offload_maptypes.end)
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 7, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr %.offload_maptypes.begin, ptr @.offload_names.k, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 3, ptr %Version, align 4
  %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 7, ptr %NumArgs, align 4
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
  store i64 0, ptr %Flags, align 8
  %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
  %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
  %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
  store i32 0, ptr %DynCGroupMem, align 4
  %25 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %25, ptr @.offload_message, i64 133)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 7, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr %.offload_maptypes.end, ptr @.offload_names.k, ptr null)
  ret void
}

; Function Attrs: nounwind
declare i32 @omp_get_default_device() #0

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #1

; Function Attrs: noinline
define linkonce_odr hidden void @.offload_unite_aliases.v1(i64 %count, ptr %begins, ptr %sizes, ptr %types, ptr %end_types) #2 {
entry:
  br label %later

later:                                            ; preds = %later.next, %entry
  %j = phi i64 [ 1, %entry ], [ %21, %later.next ]
  %0 = icmp ult i64 %j, %count
  br i1 %0, label %later.body, label %done

later.body:                                       ; preds = %later
  %1 = getelementptr inbounds i64, ptr %types, i64 %j
  %2 = load i64, ptr %1, align 8
  %3 = and i64 %2, 256
  %4 = icmp ne i64 %3, 0
  br i1 %4, label %later.next, label %earlier

earlier:                                          ; preds = %earlier.next, %later.body
  %i = phi i64 [ 0, %later.body ], [ %20, %earlier.next ]
  %5 = icmp ult i64 %i, %j
  br i1 %5, label %earlier.body, label %later.next

earlier.body:                                     ; preds = %earlier
  %6 = getelementptr inbounds i64, ptr %types, i64 %i
  %7 = load i64, ptr %6, align 8
  %8 = and i64 %7, 256
  %9 = icmp ne i64 %8, 0
  br i1 %9, label %earlier.next, label %pair

pair:                                             ; preds = %earlier.body
  %10 = getelementptr inbounds i64, ptr %begins, i64 %i
  %11 = load ptr, ptr %10, align 8
  %12 = getelementptr inbounds i64, ptr %begins, i64 %j
  %13 = load ptr, ptr %12, align 8
  %14 = ptrtoint ptr %13 to i64
  %15 = ptrtoint ptr %11 to i64
  %16 = sub i64 %14, %15
  %17 = getelementptr inbounds i64, ptr %sizes, i64 %i
  %18 = load i64, ptr %17, align 8
  %19 = icmp ult i64 %16, %18
  br i1 %19, label %unite, label %earlier.next

earlier.next:                                     ; preds = %unite, %pair, %earlier.body
  %20 = add i64 %i, 1
  br label %earlier

later.next:                                       ; preds = %earlier, %later.body
  %21 = add i64 %j, 1
  br label %later

done:                                             ; preds = %later
  ret void

unite:                                            ; preds = %pair
  %22 = getelementptr inbounds i64, ptr %types, i64 %j
  %23 = load i64, ptr %22, align 8
  %24 = and i64 %23, 1
  %25 = getelementptr inbounds i64, ptr %end_types, i64 %j
  %26 = load i64, ptr %25, align 8
  %27 = and i64 %26, 2
  %28 = getelementptr inbounds i64, ptr %end_types, i64 %i
  %29 = load i64, ptr %28, align 8
  %30 = and i64 %29, 2
  %31 = icmp ult i64 %30, %27
  %32 = select i1 %31, i64 1, i64 0
  %33 = or i64 %24, %32
  %34 = getelementptr inbounds i64, ptr %types, i64 %i
  %35 = load i64, ptr %34, align 8
  %36 = or i64 %35, %33
  %37 = getelementptr inbounds i64, ptr %types, i64 %i
  store i64 %36, ptr %37, align 8
  %38 = getelementptr inbounds i64, ptr %end_types, i64 %i
  %39 = load i64, ptr %38, align 8
  %40 = or i64 %39, %27
  %41 = getelementptr inbounds i64, ptr %end_types, i64 %i
  store i64 %40, ptr %41, align 8
  br label %earlier.next
}

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #0

; Function Attrs: noinline
define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) #3 {
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

define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
entry:
  call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
  ret void
}

declare void @__tgt_unregister_lib(ptr)

define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
entry:
  call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
  %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
  ret void
}

declare void @__tgt_register_lib(ptr)

declare i32 @atexit(ptr)

attributes #0 = { nounwind }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { noinline "offload4j-helper"="unite_aliases.v1" }
attributes #3 = { noinline "offload4j-helper"="check.v1" }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
