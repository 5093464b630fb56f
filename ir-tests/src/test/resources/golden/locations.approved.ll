; what do reports say of locations and names that are given?

; do a given location and the arguments' names reach the runtime?
define void @run(ptr nonnull %x, i32 %0) {
entry:
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %1 = call i32 @omp_get_default_device()
  %2 = sext i32 %1 to i64
  %3 = zext i32 %0 to i64
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %4 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store i64 %3, ptr %4, align 8
  %5 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store i64 %3, ptr %5, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 3, ptr %Version, align 4
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
  store i64 0, ptr %Flags, align 8
  %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
  %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
  %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
  store i32 0, ptr %DynCGroupMem, align 4
  %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %6, ptr @.offload_message, i64 133)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 21, ptr @0 }, align 8
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 8, i64 4]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr null]
@.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 800]
@.k.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [134 x i8] c"saxpy.dsl:7:12: error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 768]
@0 = private unnamed_addr constant [22 x i8] c";saxpy.dsl;run;7;12;;\00", align 1
@2 = private unnamed_addr constant [25 x i8] c";vector;saxpy.dsl;7;12;;\00", align 1

; do separators stay out of the runtime's location texts?
define void @"a;b"(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
  store i32 3, ptr %Version, align 4
  %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 1, ptr %NumArgs, align 4
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
  %2 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
  call void @.offload_check.v1(i32 %2, ptr @.offload_message, i64 129)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
  ret void
}
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 21, ptr @0 }, align 8
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.k.kernel = private unnamed_addr constant [1 x i64] [i64 32]
@.k.region_id = internal constant i8 0
@.offload_message = private unnamed_addr constant [130 x i8] c"odd;file.c: error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer
@0 = private unnamed_addr constant [22 x i8] c";odd,file.c;a,b;0;0;;\00", align 1
@2 = private unnamed_addr constant [22 x i8] c";v,1;odd,file.c;0;0;;\00", align 1
