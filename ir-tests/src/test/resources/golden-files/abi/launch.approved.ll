; what does a launch say to each runtime?

; irgen lower --runtime-abi=llvm-19
; irgen lower --runtime-abi=llvm-20
; irgen lower --runtime-abi=llvm-21
; irgen lower --runtime-abi=llvm-22
; irgen lower --runtime-abi=llvm-23
; irgen lower --runtime-abi=portable
target triple = "x86_64-unknown-linux-gnu"

; lines with alloca [, store i, store ptr null, store ptr %kernel_args, ArgTypes, i32 @

declare void @k(i64, ptr)

define void @run(i64 %n, ptr nonnull %x) {
  call void @k(i64 %n, ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 1, i64 64, i64 3) ]
  ret void
}
;; irgen lower --runtime-abi=llvm-19
;; irgen lower --runtime-abi=llvm-20
;; irgen lower --runtime-abi=llvm-21
;; irgen lower --runtime-abi=llvm-22
;; define void @run(i64 %n, ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   store i64 %n, ptr %.offload_baseptrs, align 8
;;   store i64 %n, ptr %.offload_ptrs, align 8
;;   store i32 3, ptr %Version, align 4
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 800, i64 32]
;; @.k.region_id = internal constant i8 0
;; irgen lower --runtime-abi=llvm-23
;; define void @run(i64 %n, ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   store i64 %n, ptr %.offload_baseptrs, align 8
;;   store i64 %n, ptr %.offload_ptrs, align 8
;;   store ptr null, ptr %3, align 8
;;   store ptr null, ptr %4, align 8
;;   store i32 5, ptr %Version, align 4
;;   store i32 3, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %5 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [3 x i64] [i64 800, i64 32, i64 288]
;; @.k.region_id = internal constant i8 0
;; irgen lower --runtime-abi=portable
;; define void @run(i64 %n, ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   store i64 %n, ptr %.offload_baseptrs, align 8
;;   store i64 %n, ptr %.offload_ptrs, align 8
;;   store i32 3, ptr %Version, align 4
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 800, i64 32]
;; @.k.region_id = internal constant i8 0
; and @.omp_offloading.entries
;; irgen lower --runtime-abi=llvm-19
;; irgen lower --runtime-abi=portable
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i32 0, i32 0 }], align 8
;; irgen lower --runtime-abi=llvm-20
;; irgen lower --runtime-abi=llvm-21
;; irgen lower --runtime-abi=llvm-22
;; irgen lower --runtime-abi=llvm-23
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
