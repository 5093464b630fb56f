; does every call that maps name the mapper function, and does host mode ask for the device address?

; irgen lower --runtime-abi=portable
target triple = "x86_64-unknown-linux-gnu"

; lines with mappers, __tgt_target, omp_get_mapped_ptr, @f, ArgMappers

declare void @k(ptr)
declare void @f(ptr)
declare void @map(ptr, ptr, ptr, i64, i64, ptr)

define void @launch(ptr nonnull %s, i64 %bytes) {
  call void @k(ptr %s) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %bytes, i64 3), "offload.mapper"(i32 0, ptr @map) ]
  ret void
}
;; define void @launch(ptr nonnull %s, i64 %bytes) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr @.offload_mappers.k)
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr @.offload_mappers.k, ptr %ArgMappers, align 8
;;   %1 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr @.offload_mappers.k)
;; }
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_mappers.k = private unnamed_addr constant [1 x ptr] [ptr @map]
;; @.k.region_id = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @call(ptr nonnull %s, i64 %bytes) {
  call void @f(ptr %s) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 %bytes, i64 3), "offload.mapper"(i32 0, ptr @map) ]
  ret void
}
;; define void @call(ptr nonnull %s, i64 %bytes) {
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.k, ptr @.offload_mappers.f)
;;   %1 = call ptr @omp_get_mapped_ptr(ptr %s, i32 0)
;;   call void @f(ptr %s.device)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.k, ptr @.offload_mappers.f)
;; }
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_mappers.f = private unnamed_addr constant [1 x ptr] [ptr @map]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
