; which directions and sizes do pointers have that may point to the same memory?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k2(ptr, ptr)
declare void @k3(ptr, ptr, ptr)
declare void @k6(ptr, ptr, ptr, ptr, ptr, ptr)
; lines with .offload_maptypes, .offload_sizes =, icmp, select, ptrtoint, sub, or i64, .offload_unite, @.offload_sizes
define void @same(ptr nonnull %x) {
  call void @k2(ptr %x, ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @same(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.begin, ptr @.offload_names.k2, ptr null)
;;   store ptr @.offload_sizes.k2, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.end, ptr @.offload_names.k2, ptr null)
;; }
;; @.offload_sizes.k2 = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
;; @.offload_maptypes.k2.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
;; @.offload_names.k2 = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @2]
;; @.offload_maptypes.k2.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 32]
;; @.offload_maptypes.k2.end = private unnamed_addr constant [2 x i64] [i64 2, i64 2]

define void @same_sizes(ptr nonnull %x, i64 %n) {
  call void @k3(ptr %x, ptr %x, ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 16, i64 1),
    "offload.map"(i32 2, i64 %n, i64 1) ]
  ret void
}
;; define void @same_sizes(ptr nonnull %x, i64 %n) {
;;   %.offload_sizes = alloca [3 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k3, i64 24, i1 false)
;;   %3 = icmp ult i64 16, %n
;;   %4 = select i1 %3, i64 %n, i64 16
;;   %5 = icmp ult i64 16, %4
;;   %6 = select i1 %5, i64 %4, i64 16
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k3.begin, ptr @.offload_names.k3, ptr null)
;;   store ptr @.offload_maptypes.k3.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k3.end, ptr @.offload_names.k3, ptr null)
;; }
;; @.offload_sizes.k3 = private unnamed_addr constant [3 x i64] zeroinitializer
;; @.offload_maptypes.k3.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 1, i64 1]
;; @.offload_names.k3 = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @2, ptr @2]
;; @.offload_maptypes.k3.kernel = private unnamed_addr constant [3 x i64] [i64 32, i64 32, i64 32]
;; @.offload_maptypes.k3.end = private unnamed_addr constant [3 x i64] zeroinitializer

define void @same_unfilled(ptr nonnull %x) {
  call void @k2(ptr %x, ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 0), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @same_unfilled(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2.2, ptr @.offload_maptypes.k2.begin, ptr @.offload_names.k2, ptr null)
;;   store ptr @.offload_sizes.k2.2, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2.2, ptr @.offload_maptypes.k2.end, ptr @.offload_names.k2, ptr null)
;; }
;; @.offload_sizes.k2.2 = private unnamed_addr constant [2 x i64] [i64 16, i64 16]

define void @maybe(ptr nonnull %x, ptr nonnull %y) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @maybe(ptr nonnull %x, ptr nonnull %y) {
;;   %.offload_maptypes.end = alloca [2 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k2.end.5, i64 16, i1 false)
;;   %3 = ptrtoint ptr %y to i64
;;   %4 = ptrtoint ptr %x to i64
;;   %5 = sub i64 %3, %4
;;   %6 = icmp ult i64 %5, 8
;;   %7 = select i1 %6, i64 2, i64 0
;;   store i64 %7, ptr %.offload_maptypes.end, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.begin.4, ptr @.offload_names.k2.6, ptr null)
;;   store ptr @.offload_sizes.k2, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr %.offload_maptypes.end, ptr @.offload_names.k2.6, ptr null)
;; }
;; @.offload_maptypes.k2.end.5 = private unnamed_addr constant [2 x i64] [i64 0, i64 2]
;; @.offload_maptypes.k2.begin.4 = private unnamed_addr constant [2 x i64] [i64 1, i64 0]
;; @.offload_names.k2.6 = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @9]

define void @maybe_three(ptr nonnull %x, ptr nonnull %y, ptr nonnull %z) {
  call void @k3(ptr %x, ptr %y, ptr %z) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 0), "offload.map"(i32 1, i64 8, i64 1),
    "offload.map"(i32 2, i64 8, i64 2) ]
  ret void
}
;; define void @maybe_three(ptr nonnull %x, ptr nonnull %y, ptr nonnull %z) {
;;   %.offload_maptypes.begin = alloca [3 x i64], align 8
;;   %.offload_maptypes.end = alloca [3 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.begin, ptr align 8 @.offload_maptypes.k3.begin.9, i64 24, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k3.end.10, i64 24, i1 false)
;;   %3 = ptrtoint ptr %y to i64
;;   %4 = ptrtoint ptr %x to i64
;;   %5 = sub i64 %3, %4
;;   %6 = icmp ult i64 %5, 8
;;   %7 = select i1 %6, i64 1, i64 0
;;   %8 = ptrtoint ptr %z to i64
;;   %9 = ptrtoint ptr %x to i64
;;   %10 = sub i64 %8, %9
;;   %11 = icmp ult i64 %10, 8
;;   %12 = select i1 %11, i64 1, i64 0
;;   %13 = or i64 %7, %12
;;   %14 = select i1 %11, i64 2, i64 0
;;   %15 = ptrtoint ptr %z to i64
;;   %16 = ptrtoint ptr %y to i64
;;   %17 = sub i64 %15, %16
;;   %18 = icmp ult i64 %17, 8
;;   %19 = select i1 %18, i64 2, i64 0
;;   store i64 %13, ptr %.offload_maptypes.begin, align 8
;;   store i64 %14, ptr %.offload_maptypes.end, align 8
;;   %22 = getelementptr inbounds [3 x i64], ptr %.offload_maptypes.end, i32 0, i32 1
;;   call void @__tgt_target_data_begin_mapper(ptr @11, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k3.8, ptr %.offload_maptypes.begin, ptr @.offload_names.k3.11, ptr null)
;;   store ptr @.offload_sizes.k3.8, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k3.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @11, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k3.8, ptr %.offload_maptypes.end, ptr @.offload_names.k3.11, ptr null)
;; }
;; @.offload_maptypes.k3.begin.9 = private unnamed_addr constant [3 x i64] [i64 0, i64 1, i64 0]
;; @.offload_maptypes.k3.end.10 = private unnamed_addr constant [3 x i64] [i64 0, i64 0, i64 2]
;; @.offload_sizes.k3.8 = private unnamed_addr constant [3 x i64] [i64 8, i64 8, i64 8]
;; @.offload_names.k3.11 = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @9, ptr @12]

define void @maybe_computed(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %n, i64 1), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @maybe_computed(ptr nonnull %x, ptr nonnull %y, i64 %n) {
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   %.offload_maptypes.end = alloca [2 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k2.13, i64 16, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k2.end.5, i64 16, i1 false)
;;   %3 = ptrtoint ptr %y to i64
;;   %4 = ptrtoint ptr %x to i64
;;   %5 = sub i64 %3, %4
;;   %6 = icmp ult i64 %5, %n
;;   %7 = select i1 %6, i64 2, i64 0
;;   store i64 %7, ptr %.offload_maptypes.end, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @14, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k2.begin.4, ptr @.offload_names.k2.6, ptr null)
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @14, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr %.offload_maptypes.end, ptr @.offload_names.k2.6, ptr null)
;; }
;; @.offload_sizes.k2.13 = private unnamed_addr constant [2 x i64] [i64 0, i64 8]

define void @noalias(ptr noalias nonnull %x, ptr noalias nonnull %y) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @noalias(ptr noalias nonnull %x, ptr noalias nonnull %y) {
;;   call void @__tgt_target_data_begin_mapper(ptr @16, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.begin.4, ptr @.offload_names.k2.6, ptr null)
;;   store ptr @.offload_sizes.k2, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @16, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.end.5, ptr @.offload_names.k2.6, ptr null)
;; }

define void @equal_directions(ptr nonnull %x, ptr nonnull %y) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3), "offload.map"(i32 1, i64 8, i64 3) ]
  ret void
}
;; define void @equal_directions(ptr nonnull %x, ptr nonnull %y) {
;;   call void @__tgt_target_data_begin_mapper(ptr @18, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.begin, ptr @.offload_names.k2.6, ptr null)
;;   store ptr @.offload_sizes.k2, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k2.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @18, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2, ptr @.offload_maptypes.k2.end, ptr @.offload_names.k2.6, ptr null)
;; }

define void @many(ptr nonnull %a, ptr nonnull %b, ptr nonnull %c, ptr nonnull %d, ptr nonnull %e, ptr nonnull %f) {
  call void @k6(ptr %a, ptr %b, ptr %c, ptr %d, ptr %e, ptr %f) [ "offload"(i1 false, i64 -1),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1),
    "offload.map"(i32 1, i64 8, i64 2), "offload.map"(i32 2, i64 8, i64 1), "offload.map"(i32 3, i64 8, i64 2),
    "offload.map"(i32 4, i64 8, i64 1), "offload.map"(i32 5, i64 8, i64 2) ]
  ret void
}
;; define void @many(ptr nonnull %a, ptr nonnull %b, ptr nonnull %c, ptr nonnull %d, ptr nonnull %e, ptr nonnull %f) {
;;   %.offload_maptypes.begin = alloca [6 x i64], align 8
;;   %.offload_maptypes.end = alloca [6 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.begin, ptr align 8 @.offload_maptypes.k6.begin, i64 48, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.end, ptr align 8 @.offload_maptypes.k6.end, i64 48, i1 false)
;;   store i64 1, ptr %.offload_maptypes.begin, align 8
;;   store i64 0, ptr %.offload_maptypes.end, align 8
;;   %5 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.begin, i32 0, i32 1
;;   %6 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.end, i32 0, i32 1
;;   %9 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.begin, i32 0, i32 2
;;   %10 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.end, i32 0, i32 2
;;   %13 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.begin, i32 0, i32 3
;;   %14 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.end, i32 0, i32 3
;;   %17 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.begin, i32 0, i32 4
;;   %18 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.end, i32 0, i32 4
;;   %21 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.begin, i32 0, i32 5
;;   %22 = getelementptr inbounds [6 x i64], ptr %.offload_maptypes.end, i32 0, i32 5
;;   call void @.offload_unite_aliases.v1(i64 6, ptr %.offload_ptrs, ptr @.offload_sizes.k6, ptr %.offload_maptypes.begin, ptr %.offload_maptypes.end)
;;   call void @__tgt_target_data_begin_mapper(ptr @20, i64 %2, i32 6, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k6, ptr %.offload_maptypes.begin, ptr @.offload_names.k6, ptr null)
;;   store ptr @.offload_sizes.k6, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k6.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @20, i64 %2, i32 6, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k6, ptr %.offload_maptypes.end, ptr @.offload_names.k6, ptr null)
;; }
;; @.offload_maptypes.k6.begin = private unnamed_addr constant [6 x i64] [i64 1, i64 0, i64 1, i64 0, i64 1, i64 0]
;; @.offload_maptypes.k6.end = private unnamed_addr constant [6 x i64] [i64 0, i64 2, i64 0, i64 2, i64 0, i64 2]
;; @.offload_sizes.k6 = private unnamed_addr constant [6 x i64] [i64 8, i64 8, i64 8, i64 8, i64 8, i64 8]
;; @.offload_names.k6 = private unnamed_addr constant [6 x ptr] [ptr @21, ptr @22, ptr @23, ptr @24, ptr @25, ptr @26]
;; @.offload_maptypes.k6.kernel = private unnamed_addr constant [6 x i64] [i64 32, i64 32, i64 32, i64 32, i64 32, i64 32]

; every line
; and @.offload_unite_aliases.v1
;; define linkonce_odr hidden void @.offload_unite_aliases.v1(i64 %count, ptr %begins, ptr %sizes, ptr %types, ptr %end_types) noinline "offload4j-helper"="unite_aliases.v1" {
;; entry:
;;   br label %later
;;
;; later:                                            ; preds = %later.next, %entry
;;   %j = phi i64 [ 1, %entry ], [ %21, %later.next ]
;;   %0 = icmp ult i64 %j, %count
;;   br i1 %0, label %later.body, label %done
;;
;; later.body:                                       ; preds = %later
;;   %1 = getelementptr inbounds i64, ptr %types, i64 %j
;;   %2 = load i64, ptr %1, align 8
;;   %3 = and i64 %2, 256
;;   %4 = icmp ne i64 %3, 0
;;   br i1 %4, label %later.next, label %earlier
;;
;; earlier:                                          ; preds = %earlier.next, %later.body
;;   %i = phi i64 [ 0, %later.body ], [ %20, %earlier.next ]
;;   %5 = icmp ult i64 %i, %j
;;   br i1 %5, label %earlier.body, label %later.next
;;
;; earlier.body:                                     ; preds = %earlier
;;   %6 = getelementptr inbounds i64, ptr %types, i64 %i
;;   %7 = load i64, ptr %6, align 8
;;   %8 = and i64 %7, 256
;;   %9 = icmp ne i64 %8, 0
;;   br i1 %9, label %earlier.next, label %pair
;;
;; pair:                                             ; preds = %earlier.body
;;   %10 = getelementptr inbounds i64, ptr %begins, i64 %i
;;   %11 = load ptr, ptr %10, align 8
;;   %12 = getelementptr inbounds i64, ptr %begins, i64 %j
;;   %13 = load ptr, ptr %12, align 8
;;   %14 = ptrtoint ptr %13 to i64
;;   %15 = ptrtoint ptr %11 to i64
;;   %16 = sub i64 %14, %15
;;   %17 = getelementptr inbounds i64, ptr %sizes, i64 %i
;;   %18 = load i64, ptr %17, align 8
;;   %19 = icmp ult i64 %16, %18
;;   br i1 %19, label %unite, label %earlier.next
;;
;; earlier.next:                                     ; preds = %unite, %pair, %earlier.body
;;   %20 = add i64 %i, 1
;;   br label %earlier
;;
;; later.next:                                       ; preds = %earlier, %later.body
;;   %21 = add i64 %j, 1
;;   br label %later
;;
;; done:                                             ; preds = %later
;;   ret void
;;
;; unite:                                            ; preds = %pair
;;   %22 = getelementptr inbounds i64, ptr %types, i64 %j
;;   %23 = load i64, ptr %22, align 8
;;   %24 = and i64 %23, 1
;;   %25 = getelementptr inbounds i64, ptr %end_types, i64 %j
;;   %26 = load i64, ptr %25, align 8
;;   %27 = and i64 %26, 2
;;   %28 = getelementptr inbounds i64, ptr %end_types, i64 %i
;;   %29 = load i64, ptr %28, align 8
;;   %30 = and i64 %29, 2
;;   %31 = icmp ult i64 %30, %27
;;   %32 = select i1 %31, i64 1, i64 0
;;   %33 = or i64 %24, %32
;;   %34 = getelementptr inbounds i64, ptr %types, i64 %i
;;   %35 = load i64, ptr %34, align 8
;;   %36 = or i64 %35, %33
;;   %37 = getelementptr inbounds i64, ptr %types, i64 %i
;;   store i64 %36, ptr %37, align 8
;;   %38 = getelementptr inbounds i64, ptr %end_types, i64 %i
;;   %39 = load i64, ptr %38, align 8
;;   %40 = or i64 %39, %27
;;   %41 = getelementptr inbounds i64, ptr %end_types, i64 %i
;;   store i64 %40, ptr %41, align 8
;;   br label %earlier.next
;; }

; irgen lower --transfers=fused
declare void @k2(ptr, ptr)
; lines with .offload_maptypes, icmp, select, sub
define void @fused_maybe(ptr nonnull %x, ptr nonnull %y) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2) ]
  ret void
}
;; define void @fused_maybe(ptr nonnull %x, ptr nonnull %y) {
;;   %.offload_maptypes.kernel = alloca [2 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_maptypes.kernel, ptr align 8 @.offload_maptypes.k2.kernel, i64 16, i1 false)
;;   %5 = sub i64 %3, %4
;;   %6 = icmp ult i64 %5, 8
;;   %7 = select i1 %6, i64 35, i64 33
;;   store i64 %7, ptr %.offload_maptypes.kernel, align 8
;;   store ptr %.offload_maptypes.kernel, ptr %ArgTypes, align 8
;; }
;; @.offload_maptypes.k2.kernel = private unnamed_addr constant [2 x i64] [i64 33, i64 34]
