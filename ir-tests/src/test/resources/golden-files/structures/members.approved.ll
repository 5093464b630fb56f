; are members entries behind the arguments, with the pointers on the device changed by entries of their own?

; irgen lower --runtime-abi=llvm-22
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)

define void @run(ptr nonnull %s, i64 %bytes) {
  call void @k(ptr %s) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 24, i64 3),
    "offload.member"(i32 0, i64 %bytes, i64 3, i64 8), "offload.member"(i32 0, i64 16, i64 1, i64 16),
    "offload.member"(i32 0, i64 64, i64 1, i64 16, i64 8) ]
  ret void
}
;; define void @run(ptr nonnull %s, i64 %bytes) {
;;   %.offload_baseptrs = alloca [7 x ptr], align 8
;;   %.offload_ptrs = alloca [7 x ptr], align 8
;;   %.offload_sizes = alloca [7 x i64], align 8
;;   %.offload_maptypes.begin = alloca [7 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 56, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.begin, ptr align 8 @.offload_maptypes.k.begin, i64 56, i1 false)
;;   %1 = getelementptr inbounds i8, ptr %s, i64 8
;;   %2 = load ptr, ptr %1, align 8
;;   %3 = icmp eq ptr %2, null
;;   %4 = select i1 %3, i64 0, i64 %bytes
;;   %5 = getelementptr inbounds i8, ptr %s, i64 16
;;   %6 = load ptr, ptr %5, align 8
;;   %7 = icmp eq ptr %6, null
;;   %8 = select i1 %7, i64 0, i64 16
;;   %9 = icmp ne ptr %6, null
;;   %10 = getelementptr inbounds i8, ptr %6, i64 8
;;   %11 = select i1 %9, ptr %10, ptr @.offload_nothing
;;   %12 = load ptr, ptr %11, align 8
;;   %13 = icmp eq ptr %12, null
;;   %14 = select i1 %13, i64 0, i64 64
;;   %15 = select i1 %9, i64 16388, i64 256
;;   store ptr %s, ptr %.offload_baseptrs, align 8
;;   store ptr %s, ptr %.offload_ptrs, align 8
;;   %16 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %2, ptr %16, align 8
;;   %17 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %2, ptr %17, align 8
;;   %18 = getelementptr inbounds [7 x i64], ptr %.offload_sizes, i32 0, i32 1
;;   store i64 %4, ptr %18, align 8
;;   %19 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store ptr %6, ptr %19, align 8
;;   %20 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store ptr %6, ptr %20, align 8
;;   %21 = getelementptr inbounds [7 x i64], ptr %.offload_sizes, i32 0, i32 2
;;   store i64 %8, ptr %21, align 8
;;   %22 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 3
;;   store ptr %12, ptr %22, align 8
;;   %23 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 3
;;   store ptr %12, ptr %23, align 8
;;   %24 = getelementptr inbounds [7 x i64], ptr %.offload_sizes, i32 0, i32 3
;;   store i64 %14, ptr %24, align 8
;;   %25 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 4
;;   store ptr %1, ptr %25, align 8
;;   %26 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 4
;;   store ptr %2, ptr %26, align 8
;;   %27 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 5
;;   store ptr %5, ptr %27, align 8
;;   %28 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 5
;;   store ptr %6, ptr %28, align 8
;;   %29 = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 6
;;   store ptr %11, ptr %29, align 8
;;   %30 = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 6
;;   store ptr %12, ptr %30, align 8
;;   %31 = getelementptr inbounds [7 x i64], ptr %.offload_maptypes.begin, i32 0, i32 6
;;   store i64 %15, ptr %31, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 7, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.begin, ptr @.offload_names.k, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 1, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
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
;;   %32 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %32, ptr @.offload_message, i64 133)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 7, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [7 x i64] [i64 24, i64 0, i64 0, i64 0, i64 8, i64 8, i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [7 x i64] [i64 1, i64 1, i64 1, i64 1, i64 16388, i64 16388, i64 16388]
;; @.offload_nothing = private unnamed_addr constant i64 0, align 8
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; @.offload_names.k = private unnamed_addr constant [7 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5, ptr @3, ptr @4, ptr @5]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [7 x i64] [i64 32, i64 0, i64 0, i64 0, i64 16388, i64 16388, i64 16388]
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @.offload_maptypes.k.end = private unnamed_addr constant [7 x i64] [i64 2, i64 2, i64 0, i64 0, i64 16388, i64 16388, i64 16388]
;; @0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";s;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [20 x i8] c";s->8;unknown;0;0;;\00", align 1
;; @4 = private unnamed_addr constant [21 x i8] c";s->16;unknown;0;0;;\00", align 1
;; @5 = private unnamed_addr constant [24 x i8] c";s->16->8;unknown;0;0;;\00", align 1
