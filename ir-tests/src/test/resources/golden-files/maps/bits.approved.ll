; do the map bits of a mark reach the calls that they are for?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)
; lines with __tgt_target_data, ptr %ArgTypes

define void @alloc(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 0) ]
  ret void
}
;; define void @alloc(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] zeroinitializer
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [1 x i64] [i64 32]
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @to(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 1) ]
  ret void
}
;; define void @to(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin.1, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.begin.1 = private unnamed_addr constant [1 x i64] [i64 1]

define void @from(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 2) ]
  ret void
}
;; define void @from(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.3, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.end.3 = private unnamed_addr constant [1 x i64] [i64 2]

define void @always(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 7) ]
  ret void
}
;; define void @always(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin.5, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.6, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.begin.5 = private unnamed_addr constant [1 x i64] [i64 5]
;; @.offload_maptypes.k.end.6 = private unnamed_addr constant [1 x i64] [i64 6]

define void @close(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 1027) ]
  ret void
}
;; define void @close(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @10, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin.8, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @10, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.9, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.begin.8 = private unnamed_addr constant [1 x i64] [i64 1025]
;; @.offload_maptypes.k.end.9 = private unnamed_addr constant [1 x i64] [i64 1026]

define void @present(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 4099) ]
  ret void
}
;; define void @present(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @12, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin.11, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @12, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.12, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.begin.11 = private unnamed_addr constant [1 x i64] [i64 4097]
;; @.offload_maptypes.k.end.12 = private unnamed_addr constant [1 x i64] [i64 4098]

define void @hold(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 8195) ]
  ret void
}
;; define void @hold(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @14, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin.14, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @14, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.15, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_maptypes.k.begin.14 = private unnamed_addr constant [1 x i64] [i64 8193]
;; @.offload_maptypes.k.end.15 = private unnamed_addr constant [1 x i64] [i64 8194]
