; do enter, exit and update take members: attached when entered, released with their own directions, copied alone?

; irgen lower --runtime-abi=llvm-22
target triple = "x86_64-unknown-linux-gnu"

; lines with @.offload, __tgt

declare void @offload.data(...)

define void @enter(ptr nonnull %s) {
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 24, i64 1),
    "offload.member"(i32 0, i64 64, i64 1, i64 8) ]
  ret void
}
;; define void @enter(ptr nonnull %s) {
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data, i64 24, i1 false)
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.begin, ptr @.offload_names.data, ptr null)
;; }
;; @.offload_sizes.data = private unnamed_addr constant [3 x i64] [i64 24, i64 0, i64 8]
;; @.offload_maptypes.data.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 1, i64 16388]
;; @.offload_names.data = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @3, ptr @3]

define void @exit(ptr nonnull %s) {
  call void (...) @offload.data(ptr %s) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 24, i64 0),
    "offload.member"(i32 0, i64 64, i64 2, i64 8) ]
  ret void
}
;; define void @exit(ptr nonnull %s) {
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data.1, i64 16, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.data.end, i64 16, i1 false)
;;   call void @__tgt_target_data_end_mapper(ptr @5, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.end, ptr @.offload_names.data.2, ptr null)
;; }
;; @.offload_sizes.data.1 = private unnamed_addr constant [2 x i64] [i64 24, i64 0]
;; @.offload_maptypes.data.end = private unnamed_addr constant [2 x i64] [i64 0, i64 2]
;; @.offload_names.data.2 = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]

define void @update(ptr nonnull %s) {
  call void (...) @offload.data(ptr %s) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 24, i64 1),
    "offload.member"(i32 0, i64 64, i64 1, i64 8) ]
  ret void
}
;; define void @update(ptr nonnull %s) {
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data.1, i64 16, i1 false)
;;   call void @__tgt_target_data_update_mapper(ptr @7, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.update, ptr @.offload_names.data.2, ptr null)
;; }
;; @.offload_maptypes.data.update = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
