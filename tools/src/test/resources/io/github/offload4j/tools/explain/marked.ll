; Marked calls of both modes, as irgen lowers them.

target triple = "x86_64-unknown-linux-gnu"

declare void @saxpy(i64, float, ptr, ptr)
declare i32 @library_sum(ptr, i64, ptr)

define void @saxpy_on_host(i64 %n, float %a, ptr %x, ptr %y) {
  ret void
}

define void @run_saxpy(i64 %n, float %a, ptr nonnull %x, ptr nonnull noalias %y, i32 %blocks) !dbg !10 {
  %bytes = shl i64 %n, 2, !dbg !20
  call void @saxpy(i64 %n, float %a, ptr %x, ptr %y) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 %blocks, i32 1, i32 1),
      "offload.block"(i32 256, i32 1, i32 1),
      "offload.shared"(i32 512),
      "offload.map"(i32 2, i64 %bytes, i64 1),
      "offload.map"(i32 3, i64 %bytes, i64 3),
      "offload.fallback"(ptr @saxpy_on_host) ], !dbg !20
  ret void, !dbg !20
}

define i32 @run_sum(ptr nonnull %v, i64 %n, ptr %workspace, i64 %device) !dbg !11 {
  %sum = call i32 @library_sum(ptr %v, i64 %n, ptr %workspace) [
      "offload"(i1 true, i64 2),
      "offload.map"(i32 0, i64 800, i64 1) ], !dbg !21
  ret i32 %sum, !dbg !21
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "marked.f", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "run_saxpy", scope: !1, file: !1, line: 1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!11 = distinct !DISubprogram(name: "run_sum", scope: !1, file: !1, line: 8, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!20 = !DILocation(line: 4, column: 7, scope: !10)
!21 = !DILocation(line: 9, column: 11, scope: !11)
