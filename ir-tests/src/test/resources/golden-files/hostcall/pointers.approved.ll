; does a host function get device pointers where it maps, and everything else as it is?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @gemv3(ptr, ptr, ptr)
declare i32 @count(ptr)
declare void @scale(ptr)
declare void @scale2(ptr, ptr)
declare void @mixed(ptr, i128, <4 x float>, { i32, i8 }, half)
declare void @tick(i32)
declare fastcc void @quick(ptr)
declare void @printed(ptr, ...)
; every line
define void @gemv(ptr noalias nonnull %a, ptr noalias nonnull %x, ptr noalias nonnull %y) {
  call void @gemv3(ptr %a, ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 24, i64 1),
    "offload.map"(i32 1, i64 12, i64 1), "offload.map"(i32 2, i64 8, i64 3) ]
  ret void
}
;; define void @gemv(ptr noalias nonnull %a, ptr noalias nonnull %x, ptr noalias nonnull %y) {
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   store ptr %a, ptr %.offload_baseptrs, align 8
;;   store ptr %a, ptr %.offload_ptrs, align 8
;;   %3 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %x, ptr %3, align 8
;;   %4 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %x, ptr %4, align 8
;;   %5 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store ptr %y, ptr %5, align 8
;;   %6 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store ptr %y, ptr %6, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.gemv3, ptr @.offload_maptypes.gemv3.begin, ptr @.offload_names.gemv3, ptr null)
;;   %a.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %7 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   %x.device = load ptr, ptr %7, align 8
;;   %8 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   %y.device = load ptr, ptr %8, align 8
;;   %9 = call ptr @.offload_enter.v1(ptr %a.device, ptr %.offload_place)
;;   call void @gemv3(ptr %a.device, ptr %x.device, ptr %y.device)
;;   %10 = call i32 @.offload_leave.v1(ptr %9, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %10, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.gemv3, ptr @.offload_maptypes.gemv3.end, ptr @.offload_names.gemv3, ptr null)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 19, ptr @0 }, align 8
;; @.offload_sizes.gemv3 = private unnamed_addr constant [3 x i64] [i64 24, i64 12, i64 8]
;; @.offload_maptypes.gemv3.begin = private unnamed_addr constant [3 x i64] [i64 65, i64 65, i64 65]
;; @.offload_names.gemv3 = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @3, ptr @4]
;; @.offload_message = private unnamed_addr constant [67 x i8] c"function 'gemv': error: waiting for 'gemv3' failed with status %d\0A\00", align 1
;; @.offload_maptypes.gemv3.end = private unnamed_addr constant [3 x i64] [i64 0, i64 0, i64 2]
;; @0 = private unnamed_addr constant [20 x i8] c";unknown;gemv;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";a;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
;; @4 = private unnamed_addr constant [17 x i8] c";y;unknown;0;0;;\00", align 1

; lines with __tgt_target, .device = , .offload_enter, call void @scale, call i32 @count, call void @mixed, call fastcc, call void (, icmp, select
define i32 @result(ptr nonnull %x) {
  %r = call i32 @count(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 16, i64 1) ]
  ret i32 %r
}
;; define i32 @result(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.count, ptr @.offload_maptypes.count.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   %r = call i32 @count(ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.count, ptr @.offload_maptypes.count.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.count = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.count.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.count = private unnamed_addr constant [1 x ptr] [ptr @3]
;; @.offload_maptypes.count.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @host_pointer(ptr nonnull %x, ptr %alpha) {
  call void @scale2(ptr %x, ptr %alpha) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 16, i64 3) ]
  ret void
}
;; define void @host_pointer(ptr nonnull %x, ptr %alpha) {
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %alpha)
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.scale2 = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.scale2.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.scale2.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @device_pointer(ptr nonnull %x, ptr %work) {
  call void @scale2(ptr %x, ptr %work) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 16, i64 3),
    "offload.device"(i32 1) ]
  ret void
}
;; define void @device_pointer(ptr nonnull %x, ptr %work) {
;;   call void @__tgt_target_data_begin_mapper(ptr @10, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %work)
;;   call void @__tgt_target_data_end_mapper(ptr @10, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.end, ptr @.offload_names.count, ptr null)
;; }

define void @values(ptr nonnull %x, i128 %wide, <4 x float> %vector, { i32, i8 } %pair, half %h) {
  call void @mixed(ptr %x, i128 %wide, <4 x float> %vector, { i32, i8 } %pair, half %h) [ "offload"(i1 true, i64 -1),
    "offload.map"(i32 0, i64 16, i64 3) ]
  ret void
}
;; define void @values(ptr nonnull %x, i128 %wide, <4 x float> %vector, { i32, i8 } %pair, half %h) {
;;   call void @__tgt_target_data_begin_mapper(ptr @12, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.mixed, ptr @.offload_maptypes.mixed.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @mixed(ptr %x.device, i128 %wide, <4 x float> %vector, { i32, i8 } %pair, half %h)
;;   call void @__tgt_target_data_end_mapper(ptr @12, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.mixed, ptr @.offload_maptypes.mixed.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.mixed = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.mixed.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.mixed.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @convention(ptr nonnull %x) {
  call fastcc void @quick(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @convention(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @14, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.quick, ptr @.offload_maptypes.quick.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call fastcc void @quick(ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @14, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.quick, ptr @.offload_maptypes.quick.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.quick = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.quick.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.quick.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @variadic(ptr nonnull %x, i32 %n) {
  call void (ptr, ...) @printed(ptr %x, i32 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @variadic(ptr nonnull %x, i32 %n) {
;;   call void @__tgt_target_data_begin_mapper(ptr @16, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.printed, ptr @.offload_maptypes.printed.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %3 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void (ptr, ...) @printed(ptr %x.device, i32 %n)
;;   call void @__tgt_target_data_end_mapper(ptr @16, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.printed, ptr @.offload_maptypes.printed.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.printed = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.printed.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.printed.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @device(ptr nonnull %x) {
  call void @scale(ptr %x) [ "offload"(i1 true, i64 2), "offload.map"(i32 0, i64 16, i64 3) ]
  ret void
}
;; define void @device(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @18, i64 2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale, ptr @.offload_maptypes.scale.begin, ptr @.offload_names.count, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %1 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale(ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @18, i64 2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale, ptr @.offload_maptypes.scale.end, ptr @.offload_names.count, ptr null)
;; }
;; @.offload_sizes.scale = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.scale.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.scale.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @same_value(ptr nonnull %x) {
  call void @scale2(ptr %x, ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 16, i64 1),
    "offload.map"(i32 1, i64 16, i64 2) ]
  ret void
}
;; define void @same_value(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @20, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2.18, ptr @.offload_maptypes.scale2.begin.19, ptr @.offload_names.scale2, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %6 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @20, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2.18, ptr @.offload_maptypes.scale2.end.21, ptr @.offload_names.scale2, ptr null)
;; }
;; @.offload_sizes.scale2.18 = private unnamed_addr constant [2 x i64] [i64 16, i64 16]
;; @.offload_maptypes.scale2.begin.19 = private unnamed_addr constant [2 x i64] [i64 65, i64 65]
;; @.offload_names.scale2 = private unnamed_addr constant [2 x ptr] [ptr @3, ptr @3]
;; @.offload_maptypes.scale2.end.21 = private unnamed_addr constant [2 x i64] [i64 2, i64 2]

define void @some_empty(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  call void @scale2(ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %n, i64 3),
    "offload.map"(i32 1, i64 0, i64 3) ]
  ret void
}
;; define void @some_empty(ptr nonnull %x, ptr nonnull %y, i64 %n) {
;;   call void @__tgt_target_data_begin_mapper(ptr @22, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.scale2.begin.19, ptr @.offload_names.scale2.24, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %y.device = load ptr, ptr %5, align 8
;;   %6 = icmp ne i64 %n, 0
;;   %7 = select i1 %6, ptr %x.device, ptr null
;;   %8 = call ptr @.offload_enter.v1(ptr %7, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %y.device)
;;   call void @__tgt_target_data_end_mapper(ptr @22, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.scale2.end.21, ptr @.offload_names.scale2.24, ptr null)
;; }
;; @.offload_names.scale2.24 = private unnamed_addr constant [2 x ptr] [ptr @3, ptr @4]
