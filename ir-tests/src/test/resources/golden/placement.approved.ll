; where may a builder stand?

; may the first block still be without its end?
define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store i32 1, ptr %NumArgs, align 4
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.k.region_id = internal constant i8 0
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

; may both sides of a branch have a site?
define void @run(ptr nonnull %x, i1 %wanted) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %.offload_baseptrs1 = alloca [1 x ptr], align 8
  %.offload_ptrs2 = alloca [1 x ptr], align 8
  %kernel_args3 = alloca %struct.__tgt_kernel_arguments, align 8
  br i1 %wanted, label %then, label %else
then:                                             ; preds = %entry
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.first, ptr @.offload_maptypes.first.begin, ptr @.offload_names.first, ptr null)
  store i32 1, ptr %NumArgs, align 4
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.first.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.first, ptr @.offload_maptypes.first.end, ptr @.offload_names.first, ptr null)
  br label %exit
else:                                             ; preds = %entry
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %4, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.second, ptr @.offload_maptypes.second.begin, ptr @.offload_names.first, ptr null)
  store i32 1, ptr %NumArgs5, align 4
  %5 = call i32 @__tgt_target_kernel(ptr @1, i64 %4, i32 1, i32 1, ptr @.second.region_id, ptr %kernel_args3)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %4, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.second, ptr @.offload_maptypes.second.end, ptr @.offload_names.first, ptr null)
  br label %exit
exit:                                             ; preds = %else, %then
  ret void
}
@.offload_sizes.first = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.first.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.first = private unnamed_addr constant [1 x ptr] [ptr @2]
@.first.region_id = internal constant i8 0
@.offload_maptypes.first.end = private unnamed_addr constant [1 x i64] [i64 2]
@.offload_sizes.second = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.second.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.second.region_id = internal constant i8 0
@.offload_maptypes.second.end = private unnamed_addr constant [1 x i64] [i64 2]

; do stack slots go behind those at the function's top?
define void @run(ptr nonnull %x) {
entry:
  %first = alloca i32, align 4
  %second = alloca i32, align 4
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  store i32 1, ptr %first, align 4
  %late = alloca i32, align 4
  store i32 2, ptr %late, align 4
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store i32 1, ptr %NumArgs, align 4
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.k.region_id = internal constant i8 0
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

; may a site stand in front of the first stack slot?
define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store i32 1, ptr %NumArgs, align 4
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  %first = alloca i32, align 4
  %second = alloca i32, align 4
  store i32 1, ptr %first, align 4
  %late = alloca i32, align 4
  store i32 2, ptr %late, align 4
  ret void
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.k.region_id = internal constant i8 0
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

; may a site stand between stack slots when nothing is computed for it?
define void @run(ptr nonnull %x) {
entry:
  %first = alloca i32, align 4
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store i32 1, ptr %NumArgs, align 4
  %0 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  %second = alloca i32, align 4
  store i32 1, ptr %first, align 4
  %late = alloca i32, align 4
  store i32 2, ptr %late, align 4
  ret void
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.k.region_id = internal constant i8 0
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]
