; is mapped data copied by an update, and a device variable registered?

; irgen lower
; and @.omp_offloading.entries
;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @table, ptr @.offloading.entry_name.table, i64 16, i64 0, ptr null }], align 8
; and @.offloading.entry_name.table
;; @.offloading.entry_name.table = internal unnamed_addr constant [6 x i8] c"table\00", section ".llvm.rodata.offloading", align 1
target triple = "x86_64-unknown-linux-gnu"

@table = global [4 x float] zeroinitializer, section "offload.device"

declare void @offload.data(...)

define void @fill(ptr %x, i64 %bytes, i64 %device) {
  call void (...) @offload.data(ptr @table, ptr %x) [ "offload.update"(i64 %device),
    "offload.map"(i32 0, i64 16, i64 1), "offload.map"(i32 1, i64 %bytes, i64 4098) ]
  ret void
}
;; define void @fill(ptr %x, i64 %bytes, i64 %device) {
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
;;   store ptr @table, ptr %.offload_baseptrs, align 8
;;   store ptr @table, ptr %.offload_ptrs, align 8
;;   %7 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %x, ptr %7, align 8
;;   %8 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %x, ptr %8, align 8
;;   %9 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
;;   store i64 %6, ptr %9, align 8
;;   call void @__tgt_target_data_update_mapper(ptr @1, i64 %4, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.update, ptr @.offload_names.data, ptr null)
;;   ret void
;; }
;; @.offload_sizes.data = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
;; @table = global [4 x float] zeroinitializer, section "offload.device"
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 19, ptr @0 }, align 8
;; @.offload_maptypes.data.update = private unnamed_addr constant [2 x i64] [i64 1, i64 4098]
;; @.offload_names.data = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
;; @0 = private unnamed_addr constant [20 x i8] c";unknown;fill;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [21 x i8] c";table;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
