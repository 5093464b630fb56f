; expect: error: extent: argument 'a' maps 128 bytes of 'a', which has 64 bytes; map no more than there is at fault.c:4:3

declare void @k(ptr)

define void @run() !dbg !10 {
  %a = alloca [16 x float], !dbg !20
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 128, i64 3) ], !dbg !20
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
