; does a site check that its arguments do not extend each other, unless they lie apart?

; irgen lower --check-aliases
target triple = "x86_64-unknown-linux-gnu"
declare void @k(i32, ptr, ptr)
; and @.offload_check_aliases.v1, @write, @abort
;; define linkonce_odr hidden void @.offload_check_aliases.v1(i64 %count, ptr %begins, ptr %sizes, ptr %types, ptr %texts) noinline "offload4j-helper"="check_aliases.v1" {
;; entry:
;;   br label %later
;;
;; later:                                            ; preds = %later.next, %entry
;;   %j = phi i64 [ 1, %entry ], [ %23, %later.next ]
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
;;   %i = phi i64 [ 0, %later.body ], [ %22, %earlier.next ]
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
;;   %19 = getelementptr inbounds i64, ptr %sizes, i64 %j
;;   %20 = load i64, ptr %19, align 8
;;   %21 = icmp ult i64 %16, %18
;;   br i1 %21, label %begins.inside, label %begins.outside
;;
;; earlier.next:                                     ; preds = %is.mapped, %begins.outside, %earlier.body
;;   %22 = add i64 %i, 1
;;   br label %earlier
;;
;; later.next:                                       ; preds = %begins.inside, %earlier, %later.body
;;   %23 = add i64 %j, 1
;;   br label %later
;;
;; done:                                             ; preds = %later
;;   ret void
;;
;; begins.inside:                                    ; preds = %pair
;;   %24 = add i64 %16, %20
;;   %25 = icmp ult i64 %18, %24
;;   br i1 %25, label %report, label %later.next
;;
;; begins.outside:                                   ; preds = %pair
;;   %26 = icmp eq i64 %18, 0
;;   br i1 %26, label %earlier.next, label %is.mapped
;;
;; is.mapped:                                        ; preds = %begins.outside
;;   %27 = sub i64 0, %16
;;   %28 = icmp ult i64 %27, %20
;;   br i1 %28, label %report, label %earlier.next
;;
;; report:                                           ; preds = %is.mapped, %begins.inside
;;   %29 = getelementptr inbounds ptr, ptr %texts, i64 0
;;   %30 = load ptr, ptr %29, align 8
;;   %31 = load i64, ptr %30, align 8
;;   %32 = getelementptr inbounds i64, ptr %30, i64 1
;;   %33 = call i64 @write(i32 2, ptr %32, i64 %31)
;;   %34 = add i64 %j, 1
;;   %35 = getelementptr inbounds ptr, ptr %texts, i64 %34
;;   %36 = load ptr, ptr %35, align 8
;;   %37 = load i64, ptr %36, align 8
;;   %38 = getelementptr inbounds i64, ptr %36, i64 1
;;   %39 = call i64 @write(i32 2, ptr %38, i64 %37)
;;   %40 = call i64 @write(i32 2, ptr @.offload_message, i64 10)
;;   %41 = add i64 %i, 1
;;   %42 = getelementptr inbounds ptr, ptr %texts, i64 %41
;;   %43 = load ptr, ptr %42, align 8
;;   %44 = load i64, ptr %43, align 8
;;   %45 = getelementptr inbounds i64, ptr %43, i64 1
;;   %46 = call i64 @write(i32 2, ptr %45, i64 %44)
;;   %47 = call i64 @write(i32 2, ptr @.offload_message.1, i64 94)
;;   call void @abort()
;;   unreachable
;; }
;; declare i64 @write(i32, ptr, i64) nounwind
;; declare void @abort() nounwind
; lines with .offload_check_aliases
define void @run(i32 %n, ptr nonnull %x, ptr nonnull %y) !dbg !3 {
  call void @k(i32 %n, ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 1, i64 8, i64 3), "offload.map"(i32 2, i64 8, i64 3) ], !dbg !5
  ret void, !dbg !6
}
;; define void @run(i32 %n, ptr nonnull %x, ptr nonnull %y) !dbg !4 {
;;   call void @.offload_check_aliases.v1(i64 3, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_labels), !dbg !7
;; }
;; @.offload_sizes.k = private unnamed_addr constant [3 x i64] [i64 4, i64 8, i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [3 x i64] [i64 768, i64 1, i64 1]
;; @.offload_labels = private unnamed_addr constant [4 x ptr] [ptr @.offload_text, ptr @.offload_text.2, ptr @.offload_text.3, ptr @.offload_text.4]
;; @.offload_text = private unnamed_addr constant { i64, [38 x i8] } { i64 37, [38 x i8] c"run.c:7:5: error: in function 'run': \00" }
;; @.offload_text.2 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'n'\00" }
;; @.offload_text.3 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'x'\00" }
;; @.offload_text.4 = private unnamed_addr constant { i64, [13 x i8] } { i64 12, [13 x i8] c"argument 'y'\00" }

define void @apart(ptr noalias nonnull %x, ptr noalias nonnull %y) {
  call void @k(i32 0, ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 1, i64 8, i64 3), "offload.map"(i32 2, i64 8, i64 3) ]
  ret void
}
;; define void @apart(ptr noalias nonnull %x, ptr noalias nonnull %y) {
;; }
!llvm.dbg.cu = !{!1}
!llvm.module.flags = !{!0}
!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
!2 = !DIFile(filename: "run.c", directory: "/")
!3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{null})
!5 = !DILocation(line: 7, column: 5, scope: !3)
!6 = !DILocation(line: 8, column: 1, scope: !3)
