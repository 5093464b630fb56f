; does an enter only map, and an exit only unmap, each with arrays of its own?

; irgen lower
; and @.offload_maptypes.data.begin
;; @.offload_maptypes.data.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 8192]
; and @.offload_maptypes.data.end
;; @.offload_maptypes.data.end = private unnamed_addr constant [3 x i64] [i64 6, i64 8192, i64 8]
target triple = "x86_64-unknown-linux-gnu"

declare void @offload.data(...)

define void @put(ptr %x, ptr %y, i64 %bytes, i64 %device) {
  call void (...) @offload.data(ptr %x, ptr %y) [ "offload.enter"(i64 %device),
    "offload.map"(i32 0, i64 %bytes, i64 1), "offload.map"(i32 1, i64 16, i64 8192) ]
  ret void
}
;; define void @put(ptr %x, ptr %y, i64 %bytes, i64 %device) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data, i64 16, i1 false)
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq i64 %device, -1
;;   %4 = select i1 %3, i64 %2, i64 %device
;;   %5 = icmp eq ptr %x, null
;;   %6 = select i1 %5, i64 0, i64 %bytes
;;   %7 = icmp eq ptr %y, null
;;   %8 = select i1 %7, i64 0, i64 16
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store i64 %6, ptr %.offload_sizes, align 8
;;   %9 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %y, ptr %9, align 8
;;   %10 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %y, ptr %10, align 8
;;   %11 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
;;   store i64 %8, ptr %11, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %4, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.begin, ptr @.offload_names.data, ptr null)
;;   ret void
;; }
;; @.offload_sizes.data = private unnamed_addr constant [2 x i64] zeroinitializer
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; @.offload_names.data = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
;; @0 = private unnamed_addr constant [19 x i8] c";unknown;put;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [17 x i8] c";y;unknown;0;0;;\00", align 1

define void @take(ptr %x, ptr %y, ptr %z, i64 %bytes) {
  call void (...) @offload.data(ptr %x, ptr %y, ptr %z) [ "offload.exit"(i64 0),
    "offload.map"(i32 0, i64 %bytes, i64 6), "offload.map"(i32 1, i64 16, i64 8192), "offload.map"(i32 2, i64 4, i64 8) ]
  ret void
}
;; define void @take(ptr %x, ptr %y, ptr %z, i64 %bytes) {
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   %.offload_sizes = alloca [3 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data.1, i64 24, i1 false)
;;   %1 = icmp eq ptr %x, null
;;   %2 = select i1 %1, i64 0, i64 %bytes
;;   %3 = icmp eq ptr %y, null
;;   %4 = select i1 %3, i64 0, i64 16
;;   %5 = icmp eq ptr %z, null
;;   %6 = select i1 %5, i64 0, i64 4
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store i64 %2, ptr %.offload_sizes, align 8
;;   %7 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %y, ptr %7, align 8
;;   %8 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %y, ptr %8, align 8
;;   %9 = getelementptr inbounds [3 x i64], ptr %.offload_sizes, i32 0, i32 1
;;   store i64 %4, ptr %9, align 8
;;   %10 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store ptr %z, ptr %10, align 8
;;   %11 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store ptr %z, ptr %11, align 8
;;   %12 = getelementptr inbounds [3 x i64], ptr %.offload_sizes, i32 0, i32 2
;;   store i64 %6, ptr %12, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @5, i64 0, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.end, ptr @.offload_names.data.2, ptr null)
;;   ret void
;; }
;; @.offload_sizes.data.1 = private unnamed_addr constant [3 x i64] zeroinitializer
;; @5 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 19, ptr @4 }, align 8
;; @.offload_names.data.2 = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @3, ptr @6]
;; @4 = private unnamed_addr constant [20 x i8] c";unknown;take;0;0;;\00", align 1
;; @6 = private unnamed_addr constant [17 x i8] c";z;unknown;0;0;;\00", align 1
