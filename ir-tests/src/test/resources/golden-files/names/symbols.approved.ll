; does a name survive that needs quotes, or that reports take for a separator?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @"größe_π_🚀"(ptr)
declare void @"operator\22\22_\5C <a, b>"(ptr)
; lines with data_begin, @__tgt_target_kernel, .offload_check
define void @"l\C3\A4ufe"(ptr nonnull %"größe") {
  call void @"größe_π_🚀"(ptr %"größe") [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @"l\C3\A4ufe"(ptr nonnull %"gr\C3\B6\C3\9Fe") {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @".offload_sizes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80", ptr @".offload_maptypes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.begin", ptr @".offload_names.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80", ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @".gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.region_id", ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message, i64 150)
;; }
;; @".offload_sizes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80" = private unnamed_addr constant [1 x i64] [i64 8]
;; @".offload_maptypes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.begin" = private unnamed_addr constant [1 x i64] [i64 1]
;; @".offload_names.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80" = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @".gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.region_id" = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [151 x i8] c"function 'l\C3\A4ufe': error: the offload runtime did not launch kernel 'gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80': offloading is disabled, or no device fits the program's images\0A\00", align 1

define void @quotes(ptr nonnull %x) {
  call void @"operator\22\22_\5C <a, b>"(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @quotes(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @".offload_sizes.operator\22\22_\\ <a, b>", ptr @".offload_maptypes.operator\22\22_\\ <a, b>.begin", ptr @".offload_names.operator\22\22_\\ <a, b>", ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @4, i64 %2, i32 1, i32 1, ptr @".operator\22\22_\\ <a, b>.region_id", ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message.1, i64 154)
;; }
;; @".offload_sizes.operator\22\22_\\ <a, b>" = private unnamed_addr constant [1 x i64] [i64 8]
;; @".offload_maptypes.operator\22\22_\\ <a, b>.begin" = private unnamed_addr constant [1 x i64] [i64 1]
;; @".offload_names.operator\22\22_\\ <a, b>" = private unnamed_addr constant [1 x ptr] [ptr @5]
;; @".operator\22\22_\\ <a, b>.region_id" = internal constant i8 0
;; @.offload_message.1 = private unnamed_addr constant [155 x i8] c"function 'quotes': error: the offload runtime did not launch kernel 'operator\22\22_\\ <a, b>': offloading is disabled, or no device fits the program's images\0A\00", align 1

define void @"a;b"(ptr nonnull %"v;1") {
  call void @"größe_π_🚀"(ptr %"v;1") [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @"a;b"(ptr nonnull %"v;1") {
;;   call void @__tgt_target_data_begin_mapper(ptr @7, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @".offload_sizes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80", ptr @".offload_maptypes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.begin", ptr @".offload_names.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.2", ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @7, i64 %2, i32 1, i32 1, ptr @".gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.region_id", ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message.3, i64 147)
;; }
;; @".offload_names.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.2" = private unnamed_addr constant [1 x ptr] [ptr @8]
;; @.offload_message.3 = private unnamed_addr constant [148 x i8] c"function 'a;b': error: the offload runtime did not launch kernel 'gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80': offloading is disabled, or no device fits the program's images\0A\00", align 1

define void @unnamed(ptr nonnull %0) {
  call void @"größe_π_🚀"(ptr %0) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @unnamed(ptr nonnull %0) {
;;   call void @__tgt_target_data_begin_mapper(ptr @10, i64 %3, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @".offload_sizes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80", ptr @".offload_maptypes.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.begin", ptr null, ptr null)
;;   %4 = call i32 @__tgt_target_kernel(ptr @10, i64 %3, i32 1, i32 1, ptr @".gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.region_id", ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %4, ptr @.offload_message.4, i64 151)
;; }
;; @.offload_message.4 = private unnamed_addr constant [152 x i8] c"function 'unnamed': error: the offload runtime did not launch kernel 'gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80': offloading is disabled, or no device fits the program's images\0A\00", align 1

; and @.omp_offloading.entries
;; @.omp_offloading.entries = internal constant [2 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @".gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80.region_id", ptr @".offloading.entry_name.gr\C3\B6\C3\9Fe_\CF\80_\F0\9F\9A\80", i64 0, i64 0, ptr null }, %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @".operator\22\22_\\ <a, b>.region_id", ptr @".offloading.entry_name.operator\22\22_\\ <a, b>", i64 0, i64 0, ptr null }], align 8

; irgen lower
; do location and argument names come from debug information?
declare void @k(ptr)
; lines with data_begin
define void @run(ptr nonnull %x) !dbg !3 {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ], !dbg !5
  ret void, !dbg !6
}
;; define void @run(ptr nonnull %x) !dbg !4 {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null), !dbg !7
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
!llvm.dbg.cu = !{!1}
!llvm.module.flags = !{!0}
!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
!2 = !DIFile(filename: "run.c", directory: "/")
!3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{null})
!5 = !DILocation(line: 7, column: 5, scope: !3)
!6 = !DILocation(line: 8, column: 1, scope: !3)
