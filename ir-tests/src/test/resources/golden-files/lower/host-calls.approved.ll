; does a marked call of a host function keep what it says?

; irgen lower
; does a host call keep what it carries, except what was said of the host's memory?
; lines with alloca, call, tail call, __tgt_target, .offload_, cleanup, dbg, !
declare fastcc float @norm(ptr, ptr)
define float @run(ptr nonnull %x, ptr %d) {
  %r = tail call fast fastcc float @norm(ptr noundef nonnull align 16 dereferenceable(64) %x, ptr nonnull %d) #0
    [ "deopt"(i32 7), "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 1), "offload.device"(i32 1) ], !note !0
  ret float %r
}
;; define float @run(ptr nonnull %x, ptr %d) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.norm, ptr @.offload_maptypes.norm.begin, ptr @.offload_names.norm, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %1 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   %r = call fast fastcc float @norm(ptr noundef %x.device, ptr nonnull %d) nounwind "mine"="kept" [ "deopt"(i32 7) ], !note !1
;;   %2 = call i32 @.offload_leave.v1(ptr %1, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %2, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.norm, ptr @.offload_maptypes.norm.end, ptr @.offload_names.norm, ptr null)
;; }
;; @.offload_sizes.norm = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.norm.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.norm = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_message = private unnamed_addr constant [65 x i8] c"function 'run': error: waiting for 'norm' failed with status %d\0A\00", align 1
;; @.offload_maptypes.norm.end = private unnamed_addr constant [1 x i64] zeroinitializer
attributes #0 = { nounwind "mine"="kept" }
!0 = !{!"kept"}

; irgen lower
; is a computed callee called with device addresses?
; lines with alloca, call, tail call, __tgt_target, .offload_, cleanup, dbg, !
define void @run(ptr %callee, ptr nonnull %x) {
  call void %callee(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @run(ptr %callee, ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.run, ptr @.offload_maptypes.run.begin, ptr @.offload_names.run, ptr null)
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %1 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void %callee(ptr %x.device)
;;   %2 = call i32 @.offload_leave.v1(ptr %1, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %2, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.run, ptr @.offload_maptypes.run.end, ptr @.offload_names.run, ptr null)
;; }
;; @.offload_sizes.run = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.run.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.run = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_message = private unnamed_addr constant [64 x i8] c"function 'run': error: waiting for 'run' failed with status %d\0A\00", align 1
;; @.offload_maptypes.run.end = private unnamed_addr constant [1 x i64] [i64 2]

; irgen lower
; does everything that is added get the call's location, and its names?
; lines with alloca, call, tail call, __tgt_target, .offload_, cleanup, dbg, !
declare void @f(ptr)
define void @run(ptr nonnull %x) !dbg !3 {
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ], !dbg !5
  ret void, !dbg !6
}
;; define void @run(ptr nonnull %x) !dbg !4 {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8, !dbg !7
;;   %.offload_ptrs = alloca [1 x ptr], align 8, !dbg !7
;;   %.offload_place = alloca i64, align 8, !dbg !7
;;   store ptr %x, ptr %.offload_baseptrs, align 8, !dbg !7
;;   store ptr %x, ptr %.offload_ptrs, align 8, !dbg !7
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null), !dbg !7
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8, !dbg !7
;;   %1 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place), !dbg !7
;;   call void @f(ptr %x.device), !dbg !7
;;   %2 = call i32 @.offload_leave.v1(ptr %1, ptr %.offload_place), !dbg !7
;;   call void @.offload_status.v1(i32 %2, ptr @.offload_message), !dbg !7
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null), !dbg !7
;;   ret void, !dbg !8
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_message = private unnamed_addr constant [58 x i8] c"main.c:7:5: error: waiting for 'f' failed with status %d\0A\00", align 1
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
!llvm.dbg.cu = !{!1}
!llvm.module.flags = !{!0}
!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
!2 = !DIFile(filename: "main.c", directory: "/")
!3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{null})
!5 = !DILocation(line: 7, column: 5, scope: !3)
!6 = !DILocation(line: 8, column: 1, scope: !3)

; irgen lower
; do calls in a funclet name it?
; lines with alloca, call, tail call, __tgt_target, .offload_, cleanup, dbg, !
declare i32 @__CxxFrameHandler3(...)
declare void @may_throw()
declare void @f(ptr)
define void @run(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
  invoke void @may_throw() to label %done unwind label %pad
done:
  ret void
pad:
  %cleanup = cleanuppad within none []
  call void @f(ptr %x) [ "funclet"(token %cleanup), "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  cleanupret from %cleanup unwind to caller
}
;; define void @run(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   %cleanup = cleanuppad within none []
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null) [ "funclet"(token %cleanup) ]
;;   %x.device = load ptr, ptr %.offload_baseptrs, align 8
;;   %1 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place) [ "funclet"(token %cleanup) ]
;;   call void @f(ptr %x.device) [ "funclet"(token %cleanup) ]
;;   %2 = call i32 @.offload_leave.v1(ptr %1, ptr %.offload_place) [ "funclet"(token %cleanup) ]
;;   call void @.offload_status.v1(i32 %2, ptr @.offload_message) [ "funclet"(token %cleanup) ]
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null) [ "funclet"(token %cleanup) ]
;;   cleanupret from %cleanup unwind to caller
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_message = private unnamed_addr constant [62 x i8] c"function 'run': error: waiting for 'f' failed with status %d\0A\00", align 1
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
