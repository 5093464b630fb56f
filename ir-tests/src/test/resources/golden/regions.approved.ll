; which calls does a region make, and which the launches in it?

; do two launches copy nothing in between?
define void @run(ptr nonnull %x, i32 %n) {
entry:
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  %4 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.steps, ptr @.offload_maptypes.steps.begin, ptr @.offload_names.steps, ptr null)
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
  store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
  store ptr @.offload_sizes.steps, ptr %ArgSizes, align 8
  store ptr @.offload_maptypes.steps.kernel, ptr %ArgTypes, align 8
  store ptr @.offload_names.steps, ptr %ArgNames, align 8
  %5 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.first.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %5, ptr @.offload_message, i64 137)
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs3, align 8
  store ptr %.offload_ptrs, ptr %ArgPtrs4, align 8
  store ptr @.offload_sizes.steps, ptr %ArgSizes5, align 8
  store ptr @.offload_maptypes.steps.kernel, ptr %ArgTypes6, align 8
  store ptr @.offload_names.steps, ptr %ArgNames7, align 8
  %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.second.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %6, ptr @.offload_message.1, i64 138)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.steps, ptr @.offload_maptypes.steps.end, ptr @.offload_names.steps, ptr null)
  ret void
}
@.offload_sizes.steps = private unnamed_addr constant [2 x i64] [i64 64, i64 4]
@.offload_maptypes.steps.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
@.offload_names.steps = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.steps.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 800]
@.first.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [138 x i8] c"function 'run': error: the offload runtime did not launch kernel 'first': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.second.region_id = internal constant i8 0
@.offload_message.1 = private unnamed_addr constant [139 x i8] c"function 'run': error: the offload runtime did not launch kernel 'second': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.steps.end = private unnamed_addr constant [2 x i64] [i64 2, i64 768]

; is a region without a launch its begin and its end?
define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.begin, ptr @.offload_names.step, ptr null)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.end, ptr @.offload_names.step, ptr null)
  ret void
}
@.offload_sizes.step = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.step.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.step = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.step.end = private unnamed_addr constant [1 x i64] [i64 2]

; does a launch in a region take device pointers of its own?
define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %.offload_baseptrs1 = alloca [1 x ptr], align 8
  %.offload_ptrs2 = alloca [1 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.begin, ptr @.offload_names.step, ptr null)
  %x.device = load ptr, ptr %.offload_baseptrs, align 8
  %2 = call i32 @omp_get_default_device()
  store ptr %x.device, ptr %.offload_baseptrs1, align 8
  store ptr %x.device, ptr %.offload_ptrs2, align 8
  store ptr %.offload_baseptrs1, ptr %ArgBasePtrs, align 8
  store ptr %.offload_ptrs2, ptr %ArgPtrs, align 8
  store ptr @.offload_sizes.first, ptr %ArgSizes, align 8
  store ptr @.offload_maptypes.first.kernel, ptr %ArgTypes, align 8
  store ptr @.offload_names.first, ptr %ArgNames, align 8
  %4 = call i32 @__tgt_target_kernel(ptr @1, i64 %3, i32 1, i32 1, ptr @.first.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %4, ptr @.offload_message, i64 137)
  store ptr %.offload_ptrs, ptr %ArgBasePtrs6, align 8
  store ptr %.offload_ptrs, ptr %ArgPtrs7, align 8
  store ptr @.offload_sizes.step, ptr %ArgSizes8, align 8
  store ptr @.offload_maptypes.step.kernel, ptr %ArgTypes9, align 8
  store ptr @.offload_names.step, ptr %ArgNames10, align 8
  %5 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.second.region_id, ptr %kernel_args3)
  call void @.offload_check.v1(i32 %5, ptr @.offload_message.1, i64 138)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.end, ptr @.offload_names.step, ptr null)
  ret void
}
@.offload_sizes.step = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.step.begin = private unnamed_addr constant [1 x i64] [i64 65]
@.offload_names.step = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_sizes.first = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.first.kernel = private unnamed_addr constant [1 x i64] [i64 288]
@.offload_names.first = private unnamed_addr constant [1 x ptr] [ptr @3]
@.first.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [138 x i8] c"function 'run': error: the offload runtime did not launch kernel 'first': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.step.kernel = private unnamed_addr constant [1 x i64] [i64 32]
@.second.region_id = internal constant i8 0
@.offload_message.1 = private unnamed_addr constant [139 x i8] c"function 'run': error: the offload runtime did not launch kernel 'second': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.step.end = private unnamed_addr constant [1 x i64] [i64 2]

; may the program use a device pointer while the region is open?
define ptr @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.begin, ptr @.offload_names.step, ptr null)
  %x.device = load ptr, ptr %.offload_baseptrs, align 8
  call void @library(ptr %x.device)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.end, ptr @.offload_names.step, ptr null)
  ret ptr null
}
@.offload_sizes.step = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.step.begin = private unnamed_addr constant [1 x i64] [i64 65]
@.offload_names.step = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.step.end = private unnamed_addr constant [1 x i64] [i64 2]

; may a region end on each way out of it?
define void @run(ptr nonnull %x, i1 %early) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.begin, ptr @.offload_names.step, ptr null)
  br label %work
work:                                             ; preds = %entry
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
  store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
  store ptr @.offload_sizes.step, ptr %ArgSizes, align 8
  store ptr @.offload_maptypes.step.kernel, ptr %ArgTypes, align 8
  store ptr @.offload_names.step, ptr %ArgNames, align 8
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %2, ptr @.offload_message, i64 133)
  br i1 %early, label %quit, label %done
quit:                                             ; preds = %work
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.end, ptr @.offload_names.step, ptr null)
  ret void
done:                                             ; preds = %work
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.step, ptr @.offload_maptypes.step.end, ptr @.offload_names.step, ptr null)
  ret void
}
@.offload_sizes.step = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.step.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.step = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.step.kernel = private unnamed_addr constant [1 x i64] [i64 32]
@.k.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.step.end = private unnamed_addr constant [1 x i64] [i64 2]

; is a launch on values and device pointers one call?
define void @run(ptr %work, i64 %n) {
entry:
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  store ptr %work, ptr %.offload_baseptrs, align 8
  store ptr %work, ptr %.offload_ptrs, align 8
  %2 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  %3 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
  store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
  store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
  store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
  store ptr @.offload_names.k, ptr %ArgNames, align 8
  %4 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %4, ptr @.offload_message, i64 133)
  ret void
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
@.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 288, i64 800]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.k.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
