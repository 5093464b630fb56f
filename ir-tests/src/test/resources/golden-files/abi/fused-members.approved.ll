; is the place for what runtime 23 adds the last entry that a launch takes, also where members are among them?

; irgen lower --transfers=fused --runtime-abi=llvm-22
; irgen lower --transfers=fused --runtime-abi=llvm-23
; irgen lower --transfers=fused --runtime-abi=portable
target triple = "x86_64-unknown-linux-gnu"

; lines with alloca [, store i, store ptr null, store ptr %kernel_args, ArgTypes, i32 @

declare void @k(ptr)

define void @run(ptr nonnull %s) {
  call void @k(ptr %s) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 24, i64 3),
    "offload.member"(i32 0, i64 16, i64 1, i64 16) ]
  ret void
}
;; irgen lower --transfers=fused --runtime-abi=llvm-22
;; define void @run(ptr nonnull %s) {
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   %.offload_sizes = alloca [3 x i64], align 8
;;   store i64 %4, ptr %7, align 8
;;   store i32 3, ptr %Version, align 4
;;   store i32 3, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %10 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [3 x i64] [i64 35, i64 1, i64 16388]
;; @.k.region_id = internal constant i8 0
;; irgen lower --transfers=fused --runtime-abi=llvm-23
;; define void @run(ptr nonnull %s) {
;;   %.offload_baseptrs = alloca [4 x ptr], align 8
;;   %.offload_ptrs = alloca [4 x ptr], align 8
;;   %.offload_sizes = alloca [4 x i64], align 8
;;   store i64 %4, ptr %7, align 8
;;   store ptr null, ptr %10, align 8
;;   store ptr null, ptr %11, align 8
;;   store i32 5, ptr %Version, align 4
;;   store i32 4, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %12 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [4 x i64] [i64 35, i64 1, i64 16388, i64 288]
;; @.k.region_id = internal constant i8 0
;; irgen lower --transfers=fused --runtime-abi=portable
;; define void @run(ptr nonnull %s) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   store i64 %4, ptr %7, align 8
;;   store i32 3, ptr %Version, align 4
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %8 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 35, i64 281474976710673]
;; @.k.region_id = internal constant i8 0
