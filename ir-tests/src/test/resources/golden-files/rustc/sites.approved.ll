; what does rustc make of slices, numbers, grids and devices?

; irgen lower --preset=rustc
target triple = "x86_64-unknown-linux-gnu"
declare void @s(ptr, i64)
declare void @v(i1, i8, i32, i64, half, float, double)
declare void @k0()
declare void @k(ptr)
; and @.offloading.entry.s, @.offloading.entry.k0, @.s.region_id, @llvm.compiler.used
;; @.offloading.entry.s = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.s.region_id, ptr @.offloading.entry_name.s, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
;; @.offloading.entry.k0 = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k0.region_id, ptr @.offloading.entry_name.k0, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
;; @.s.region_id = weak constant i8 0
;; @llvm.compiler.used = appending global [4 x ptr] [ptr @.offloading.entry.s, ptr @.offloading.entry.v, ptr @.offloading.entry.k0, ptr @.offloading.entry.k], section "llvm.metadata"
define void @slice(ptr %v, i64 %n, i64 %bytes) {
  call void @s(ptr %v, i64 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %bytes, i64 1) ]
  ret void
}
;; define void @slice(ptr %v, i64 %n, i64 %bytes) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   %addr = alloca i64, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.s, i64 16, i1 false)
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = getelementptr inbounds float, ptr %v, i32 0
;;   store i64 %n, ptr %addr, align 8
;;   %2 = getelementptr inbounds float, ptr %addr, i32 0
;;   %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   store ptr %v, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   store ptr %1, ptr %4, align 8
;;   %5 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 0
;;   %6 = mul i64 %bytes, 1
;;   store i64 %6, ptr %5, align 8
;;   %7 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store i64 %n, ptr %7, align 8
;;   %8 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %2, ptr %8, align 8
;;   %9 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %10 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   %11 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 0
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 2, ptr %9, ptr %10, ptr %11, ptr @.offload_maptypes.s.begin, ptr null, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %9, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %10, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr %11, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.s.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr null, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %12 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.s.region_id, ptr %kernel_args)
;;   %13 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %14 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   %15 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 0
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 2, ptr %13, ptr %14, ptr %15, ptr @.offload_maptypes.s.end, ptr null, ptr null)
;;   ret void
;; }
;; @.offload_sizes.s = private unnamed_addr constant [2 x i64] [i64 0, i64 8]
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @0 }, align 8
;; @.offload_maptypes.s.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
;; @.offload_maptypes.s.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 800]
;; @.offload_maptypes.s.end = private unnamed_addr constant [2 x i64] zeroinitializer
;; @0 = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00", align 1

; lines with alloca, addr, zext, bitcast, store i64, .offload_sizes, __tgt_target
define void @numbers(i1 %a, i8 %b, i32 %c, i64 %d, half %e, float %f, double %g) {
  call void @v(i1 %a, i8 %b, i32 %c, i64 %d, half %e, float %f, double %g) [ "offload"(i1 false, i64 -1),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @numbers(i1 %a, i8 %b, i32 %c, i64 %d, half %e, float %f, double %g) {
;;   %.offload_baseptrs = alloca [7 x ptr], align 8
;;   %.offload_ptrs = alloca [7 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %addr = alloca i64, align 8
;;   %addr1 = alloca i64, align 8
;;   %addr2 = alloca i64, align 8
;;   %addr3 = alloca i64, align 8
;;   %addr4 = alloca i64, align 8
;;   %addr5 = alloca i64, align 8
;;   %addr6 = alloca i64, align 8
;;   %1 = zext i1 %a to i64
;;   store i64 %1, ptr %addr, align 8
;;   %2 = getelementptr inbounds float, ptr %addr, i32 0
;;   %3 = zext i8 %b to i64
;;   store i64 %3, ptr %addr1, align 8
;;   %4 = getelementptr inbounds float, ptr %addr1, i32 0
;;   %5 = zext i32 %c to i64
;;   store i64 %5, ptr %addr2, align 8
;;   %6 = getelementptr inbounds float, ptr %addr2, i32 0
;;   store i64 %d, ptr %addr3, align 8
;;   %7 = getelementptr inbounds float, ptr %addr3, i32 0
;;   %8 = bitcast half %e to i16
;;   %9 = zext i16 %8 to i64
;;   store i64 %9, ptr %addr4, align 8
;;   %10 = getelementptr inbounds float, ptr %addr4, i32 0
;;   %11 = bitcast float %f to i32
;;   %12 = zext i32 %11 to i64
;;   store i64 %12, ptr %addr5, align 8
;;   %13 = getelementptr inbounds float, ptr %addr5, i32 0
;;   %14 = bitcast double %g to i64
;;   store i64 %14, ptr %addr6, align 8
;;   %15 = getelementptr inbounds float, ptr %addr6, i32 0
;;   store i64 %1, ptr %16, align 8
;;   store i64 %3, ptr %18, align 8
;;   store i64 %5, ptr %20, align 8
;;   store i64 %d, ptr %22, align 8
;;   store i64 %9, ptr %24, align 8
;;   store i64 %12, ptr %26, align 8
;;   store i64 %14, ptr %28, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 7, ptr %30, ptr %31, ptr @.offload_sizes.v, ptr @.offload_maptypes.v.begin, ptr null, ptr null)
;;   store ptr @.offload_sizes.v, ptr %ArgSizes, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   %32 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.v.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 7, ptr %33, ptr %34, ptr @.offload_sizes.v, ptr @.offload_maptypes.v.end, ptr null, ptr null)
;; }
;; @.offload_sizes.v = private unnamed_addr constant [7 x i64] [i64 1, i64 1, i64 4, i64 8, i64 2, i64 4, i64 8]
;; @.offload_maptypes.v.begin = private unnamed_addr constant [7 x i64] [i64 768, i64 768, i64 768, i64 768, i64 768, i64 768, i64 768]
;; @.v.region_id = weak constant i8 0
;; @.offload_maptypes.v.end = private unnamed_addr constant [7 x i64] zeroinitializer

; lines with alloca, __tgt_target, mul, NumTeams, ThreadLimit, DynC, insertvalue, store [3, store i32
define void @grid(i32 %x, i32 %y, i32 %z, i32 %bytes) {
  call void @k0() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 %x, i32 %y, i32 %z),
    "offload.block"(i32 32, i32 4, i32 2), "offload.shared"(i32 %bytes) ]
  ret void
}
;; define void @grid(i32 %x, i32 %y, i32 %z, i32 %bytes) {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 0, ptr %1, ptr %2, ptr @.offload_sizes.k0, ptr @.offload_maptypes.k0.begin, ptr null, ptr null)
;;   %3 = mul i32 %x, %y
;;   %4 = mul i32 %3, %z
;;   %5 = insertvalue [3 x i32] poison, i32 %x, 0
;;   %6 = insertvalue [3 x i32] %5, i32 %y, 1
;;   %7 = insertvalue [3 x i32] %6, i32 %z, 2
;;   store i32 3, ptr %Version, align 4
;;   store i32 0, ptr %NumArgs, align 4
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %7, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 32, i32 4, i32 2], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 %bytes, ptr %DynCGroupMem, align 4
;;   %8 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 %4, i32 256, ptr @.k0.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 0, ptr %9, ptr %10, ptr @.offload_sizes.k0, ptr @.offload_maptypes.k0.end, ptr null, ptr null)
;; }
;; @.offload_sizes.k0 = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k0.begin = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.k0.region_id = weak constant i8 0
;; @.offload_maptypes.k0.end = private unnamed_addr constant [0 x i64] zeroinitializer

; lines with __tgt_target, sext, store ptr %x
define void @device(ptr %x, i64 %device) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 %device), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
;; define void @device(ptr %x, i64 %device) {
;;   store ptr %x, ptr %2, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 1, ptr %4, ptr %5, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %device, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 1, ptr %7, ptr %8, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.k.region_id = weak constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @shared(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @shared(ptr %x) {
;;   store ptr %x, ptr %2, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 1, ptr %4, ptr %5, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 1, ptr %7, ptr %8, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
;;   store ptr %x, ptr %10, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 1, ptr %12, ptr %13, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   %14 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args3)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 1, ptr %15, ptr %16, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
;;   store ptr %x, ptr %18, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 1, ptr %20, ptr %21, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   %22 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args19)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 1, ptr %23, ptr %24, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.1, ptr null, ptr null)
;; }
;; @.offload_maptypes.k.end.1 = private unnamed_addr constant [1 x i64] zeroinitializer
