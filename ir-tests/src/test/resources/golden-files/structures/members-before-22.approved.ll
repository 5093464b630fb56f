; do runtimes before 22 change the pointers by the entries of what they point to?

; irgen lower --runtime-abi=llvm-19
target triple = "x86_64-unknown-linux-gnu"

; lines with @.offload, load ptr, select, __tgt, MEMBER, store

declare void @k(ptr)

define void @run(ptr nonnull %s, i64 %bytes) {
  call void @k(ptr %s) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 24, i64 3),
    "offload.member"(i32 0, i64 %bytes, i64 3, i64 8), "offload.member"(i32 0, i64 16, i64 1, i64 16),
    "offload.member"(i32 0, i64 64, i64 1, i64 16, i64 8) ]
  ret void
}
;; define void @run(ptr nonnull %s, i64 %bytes) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 32, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.begin, ptr align 8 @.offload_maptypes.k.begin, i64 32, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k.end, i64 32, i1 false)
;;   %2 = load ptr, ptr %1, align 8
;;   %4 = select i1 %3, i64 0, i64 %bytes
;;   %6 = load ptr, ptr %5, align 8
;;   %8 = select i1 %7, i64 0, i64 16
;;   %11 = select i1 %9, ptr %10, ptr @.offload_nothing
;;   %12 = load ptr, ptr %11, align 8
;;   %14 = select i1 %13, i64 0, i64 64
;;   %15 = select i1 %9, i64 844424930131985, i64 256
;;   %16 = select i1 %9, i64 844424930131984, i64 256
;;   store ptr %s, ptr %.offload_baseptrs, align 8
;;   store ptr %s, ptr %.offload_ptrs, align 8
;;   store ptr %1, ptr %17, align 8
;;   store ptr %2, ptr %18, align 8
;;   store i64 %4, ptr %19, align 8
;;   store ptr %5, ptr %20, align 8
;;   store ptr %6, ptr %21, align 8
;;   store i64 %8, ptr %22, align 8
;;   store ptr %11, ptr %23, align 8
;;   store ptr %12, ptr %24, align 8
;;   store i64 %14, ptr %25, align 8
;;   store i64 %15, ptr %26, align 8
;;   store i64 %16, ptr %27, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.begin, ptr @.offload_names.k, ptr null)
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
;;   %28 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %28, ptr @.offload_message, i64 133)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [4 x i64] [i64 24, i64 0, i64 0, i64 0]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [4 x i64] [i64 1, i64 281474976710673, i64 281474976710673, i64 844424930131985]
;; @.offload_maptypes.k.end = private unnamed_addr constant [4 x i64] [i64 2, i64 281474976710674, i64 281474976710672, i64 844424930131984]
;; @.offload_nothing = private unnamed_addr constant i64 0, align 8
;; @.offload_names.k = private unnamed_addr constant [4 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [4 x i64] [i64 32, i64 0, i64 0, i64 0]
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
