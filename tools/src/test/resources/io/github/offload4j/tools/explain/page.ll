; What stands on a page: calls with a source and without, findings, an image and an entry.

target triple = "x86_64-unknown-linux-gnu"

@packed = private constant [4 x i8] c"\10\FF\10\AD", section ".llvm.offloading"

declare void @scale(i64, float, ptr)

define float @sum(ptr %v, i64 %n) !dbg !13 {
  %first = load float, ptr %v, !dbg !23
  ret float %first, !dbg !23
}

define void @steps(i64 %n, ptr %x, i32 %rounds) !dbg !10 {
entry:
  br label %loop, !dbg !19

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %body ], !dbg !19
  %more = icmp slt i32 %i, %rounds, !dbg !19
  br i1 %more, label %body, label %done, !dbg !19

body:
  call void @scale(i64 %n, float 0.5, ptr %x) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 4, i32 1, i32 1),
      "offload.block"(i32 256, i32 1, i32 1),
      "offload.map"(i32 2, i64 4096, i64 3) ], !dbg !20
  %next = add i32 %i, 1, !dbg !19
  br label %loop, !dbg !19

done:
  ret void, !dbg !19
}

define float @total(ptr %v) !dbg !11 {
  %sum = call float @sum(ptr %v, i64 1024) [
      "offload"(i1 true, i64 0),
      "offload.map"(i32 0, i64 4096, i64 1) ], !dbg !21
  ret float %sum, !dbg !21
}

define void @wide(ptr %x) {
  call void @scale(i64 1024, float 2.0, ptr %x) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 2048, i32 1, i32 1),
      "offload.map"(i32 2, i64 4096, i64 3) ]
  ret void
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "page.c", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "steps", scope: !1, file: !1, line: 6, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!11 = distinct !DISubprogram(name: "total", scope: !1, file: !1, line: 16, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!13 = distinct !DISubprogram(name: "sum", scope: !1, file: !1, line: 4, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!19 = !DILocation(line: 7, column: 5, scope: !10)
!20 = !DILocation(line: 12, column: 9, scope: !10)
!21 = !DILocation(line: 19, column: 12, scope: !11)
!23 = !DILocation(line: 4, column: 7, scope: !13)
