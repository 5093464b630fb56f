; is a column described to the runtime so that all of its versions copy it, and a row mapped where it begins?

; irgen lower
; and @.offload_sizes.data
;; @.offload_sizes.data = private unnamed_addr constant [1 x i64] [i64 3]
; and @.offload_maptypes.data.update
;; @.offload_maptypes.data.update = private unnamed_addr constant [1 x i64] [i64 17592186044418]
target triple = "x86_64-unknown-linux-gnu"

declare void @offload.data(...)
declare void @library(ptr)

define void @column(ptr nonnull %matrix, i64 %rows, i64 %columns, i64 %j) {
  call void (...) @offload.data(ptr %matrix) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 0, i64 2),
    "offload.section"(i32 0, i64 8, i64 0, i64 %rows, i64 %columns, i64 %j, i64 1, i64 1) ]
  ret void
}
;; define void @column(ptr nonnull %matrix, i64 %rows, i64 %columns, i64 %j) {
;;   %.offload_section = alloca [9 x i64], align 8
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %1 = mul i64 %j, 8
;;   %2 = getelementptr inbounds i8, ptr %matrix, i64 %1
;;   %3 = mul i64 %columns, 8
;;   %4 = icmp sgt i64 %rows, 0
;;   %5 = select i1 %4, i64 %rows, i64 0
;;   %6 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 0
;;   store i64 0, ptr %6, align 8
;;   %7 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 1
;;   store i64 %5, ptr %7, align 8
;;   %8 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 2
;;   store i64 %3, ptr %8, align 8
;;   %9 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 3
;;   store i64 0, ptr %9, align 8
;;   %10 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 4
;;   store i64 1, ptr %10, align 8
;;   %11 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 5
;;   store i64 0, ptr %11, align 8
;;   %12 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 6
;;   store i64 0, ptr %12, align 8
;;   %13 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 7
;;   store i64 8, ptr %13, align 8
;;   %14 = getelementptr inbounds [9 x i64], ptr %.offload_section, i32 0, i32 8
;;   store i64 1, ptr %14, align 8
;;   store ptr %2, ptr %.offload_baseptrs, align 8
;;   store ptr %.offload_section, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_update_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.data, ptr @.offload_maptypes.data.update, ptr @.offload_names.data, ptr null)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 21, ptr @0 }, align 8
;; @.offload_names.data = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @0 = private unnamed_addr constant [22 x i8] c";unknown;column;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [22 x i8] c";matrix;unknown;0;0;;\00", align 1

define void @row(ptr %matrix, i64 %i) {
  call void @library(ptr %matrix) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 0, i64 3),
    "offload.section"(i32 0, i64 8, i64 %i, i64 1, i64 1, i64 0, i64 100, i64 1) ]
  ret void
}
;; define void @row(ptr %matrix, i64 %i) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_sizes = alloca [1 x i64], align 8
;;   %.offload_place = alloca i64, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.library, i64 8, i1 false)
;;   %1 = mul i64 %i, 8
;;   %2 = icmp eq ptr %matrix, null
;;   %3 = select i1 %2, i64 0, i64 %1
;;   %4 = getelementptr inbounds i8, ptr %matrix, i64 %3
;;   %5 = icmp eq ptr %matrix, null
;;   %6 = select i1 %5, i64 0, i64 800
;;   store ptr %matrix, ptr %.offload_baseptrs, align 8
;;   store ptr %4, ptr %.offload_ptrs, align 8
;;   store i64 %6, ptr %.offload_sizes, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.library.begin, ptr @.offload_names.data, ptr null)
;;   %matrix.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %7 = icmp ne i64 %6, 0
;;   %8 = select i1 %7, ptr %matrix.device, ptr null
;;   %9 = call ptr @.offload_enter.v1(ptr %8, ptr %.offload_place)
;;   call void @library(ptr %matrix.device)
;;   %10 = call i32 @.offload_leave.v1(ptr %9, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %10, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.library.end, ptr @.offload_names.data, ptr null)
;;   ret void
;; }
;; @.offload_sizes.library = private unnamed_addr constant [1 x i64] zeroinitializer
;; @4 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @3 }, align 8
;; @.offload_maptypes.library.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_message = private unnamed_addr constant [68 x i8] c"function 'row': error: waiting for 'library' failed with status %d\0A\00", align 1
;; @.offload_maptypes.library.end = private unnamed_addr constant [1 x i64] [i64 2]
;; @3 = private unnamed_addr constant [19 x i8] c";unknown;row;0;0;;\00", align 1
