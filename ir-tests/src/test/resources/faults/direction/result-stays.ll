; expect: warning: direction: kernel 'k' writes argument 'y', which is never copied back; map it 'from' or 'tofrom' at fault.c:4:3

define void @k(ptr %x, ptr %y) {
  %v = load float, ptr %x
  store float %v, ptr %y
  ret void
}

define void @run(ptr noalias %x, ptr noalias %y) !dbg !10 {
  call void @k(ptr %x, ptr %y) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 1),
      "offload.map"(i32 1, i64 64, i64 1) ], !dbg !20
  ret void, !dbg !20
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "fault.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "run", scope: !1, file: !1, line: 1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!20 = !DILocation(line: 4, column: 3, scope: !10)
