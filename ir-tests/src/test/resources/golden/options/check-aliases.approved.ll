; does a site check that its arguments do not extend each other?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@0 = private unnamed_addr constant [17 x i8] c";run.c;run;7;5;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 16, ptr @0 }, align 8
@.offload_sizes.k = private unnamed_addr constant [3 x i64] [i64 4, i64 8, i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [3 x i64] [i64 768, i64 1, i64 1]
@.offload_maptypes.k.kernel = private unnamed_addr constant [3 x i64] [i64 800, i64 32, i64 32]
@.offload_maptypes.k.end = private unnamed_addr constant [3 x i64] [i64 768, i64 2, i64 2]
@.offload_message = private unnamed_addr constant [11 x i8] c" overlaps \00", align 1
@.offload_message.1 = private unnamed_addr constant [95 x i8] c", which is mapped first, and reaches beyond it; map the memory once, or the larger part first\0A\00", align 1
@.offload_text = private unnamed_addr constant { i64, [38 x i8] } { i64 37, [38 x i8] c"run.c:7:5: error: in function 'run': \00" }
@.offload_text.2 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'n'\00" }
@.offload_text.3 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'x'\00" }
@.offload_text.4 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'y'\00" }
@.offload_labels = private unnamed_addr constant [4 x ptr] [ptr @.offload_text, ptr @.offload_text.2, ptr @.offload_text.3, ptr @.offload_text.4]
@2 = private unnamed_addr constant [15 x i8] c";n;run.c;7;5;;\00", align 1
@3 = private unnamed_addr constant [15 x i8] c";x;run.c;7;5;;\00", align 1
@4 = private unnamed_addr constant [15 x i8] c";y;run.c;7;5;;\00", align 1
@.offload_names.k = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @3, ptr @4]
@.k.region_id = internal constant i8 0
@.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\00", section ".llvm.rodata.offloading", align 1
@.offload_message.5 = private unnamed_addr constant [129 x i8] c"run.c:7:5: error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 0, ptr null, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([1 x %struct.__tgt_offload_entry], ptr @.omp_offloading.entries, i32 1) }
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

define void @run(i32 %n, ptr nonnull %x, ptr nonnull %y) {
entry:
  %.offload_baseptrs = alloca [3 x ptr], align 8
  %.offload_ptrs = alloca [3 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  %2 = zext i32 %n to i64
  store i64 %2, ptr %.offload_baseptrs, align 8
  store i64 %2, ptr %.offload_ptrs, align 8
  %3 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr %x, ptr %3, align 8
  %4 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %x, ptr %4, align 8
  %5 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
  store ptr %y, ptr %5, align 8
  %6 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
  store ptr %y, ptr %6, align 8
  call void @.offload_check_aliases.v1(i64 3, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_labels)
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 3, ptr %Version, align 4
  %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 3, ptr %NumArgs, align 4
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
  %7 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %7, ptr @.offload_message.5, i64 128)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}

; Function Attrs: nounwind
declare i32 @omp_get_default_device() #0

; Function Attrs: noinline
define linkonce_odr hidden void @.offload_check_aliases.v1(i64 %count, ptr %begins, ptr %sizes, ptr %types, ptr %texts) #1 {
entry:
  br label %later

later:                                            ; preds = %later.next, %entry
  %j = phi i64 [ 1, %entry ], [ %23, %later.next ]
  %0 = icmp ult i64 %j, %count
  br i1 %0, label %later.body, label %done

later.body:                                       ; preds = %later
  %1 = getelementptr inbounds i64, ptr %types, i64 %j
  %2 = load i64, ptr %1, align 8
  %3 = and i64 %2, 256
  %4 = icmp ne i64 %3, 0
  br i1 %4, label %later.next, label %earlier

earlier:                                          ; preds = %earlier.next, %later.body
  %i = phi i64 [ 0, %later.body ], [ %22, %earlier.next ]
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
  %19 = getelementptr inbounds i64, ptr %sizes, i64 %j
  %20 = load i64, ptr %19, align 8
  %21 = icmp ult i64 %16, %18
  br i1 %21, label %begins.inside, label %begins.outside

earlier.next:                                     ; preds = %is.mapped, %begins.outside, %earlier.body
  %22 = add i64 %i, 1
  br label %earlier

later.next:                                       ; preds = %begins.inside, %earlier, %later.body
  %23 = add i64 %j, 1
  br label %later

done:                                             ; preds = %later
  ret void

begins.inside:                                    ; preds = %pair
  %24 = add i64 %16, %20
  %25 = icmp ult i64 %18, %24
  br i1 %25, label %report, label %later.next

begins.outside:                                   ; preds = %pair
  %26 = icmp eq i64 %18, 0
  br i1 %26, label %earlier.next, label %is.mapped

is.mapped:                                        ; preds = %begins.outside
  %27 = sub i64 0, %16
  %28 = icmp ult i64 %27, %20
  br i1 %28, label %report, label %earlier.next

report:                                           ; preds = %is.mapped, %begins.inside
  %29 = getelementptr inbounds ptr, ptr %texts, i64 0
  %30 = load ptr, ptr %29, align 8
  %31 = load i64, ptr %30, align 8
  %32 = getelementptr inbounds i64, ptr %30, i64 1
  %33 = call i64 @write(i32 2, ptr %32, i64 %31)
  %34 = add i64 %j, 1
  %35 = getelementptr inbounds ptr, ptr %texts, i64 %34
  %36 = load ptr, ptr %35, align 8
  %37 = load i64, ptr %36, align 8
  %38 = getelementptr inbounds i64, ptr %36, i64 1
  %39 = call i64 @write(i32 2, ptr %38, i64 %37)
  %40 = call i64 @write(i32 2, ptr @.offload_message, i64 10)
  %41 = add i64 %i, 1
  %42 = getelementptr inbounds ptr, ptr %texts, i64 %41
  %43 = load ptr, ptr %42, align 8
  %44 = load i64, ptr %43, align 8
  %45 = getelementptr inbounds i64, ptr %43, i64 1
  %46 = call i64 @write(i32 2, ptr %45, i64 %44)
  %47 = call i64 @write(i32 2, ptr @.offload_message.1, i64 94)
  call void @abort()
  unreachable
}

; Function Attrs: nounwind
declare i64 @write(i32, ptr, i64) #0

; Function Attrs: nounwind
declare void @abort() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #0

; Function Attrs: noinline
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
attributes #1 = { noinline "offload4j-helper"="check_aliases.v1" }
attributes #2 = { noinline "offload4j-helper"="check.v1" }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
