; expect: error: host-use-of-device-memory: 'clear' writes device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at fault.c:6:8

define void @clear(ptr %a) !dbg !11 {
  store float 0.0, ptr %a, !dbg !21
  ret void, !dbg !21
}

define void @run(ptr %x) !dbg !10 {
  call void @clear(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ], !dbg !20
  ret void, !dbg !20
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "fault.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "run", scope: !1, file: !1, line: 1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!11 = distinct !DISubprogram(name: "clear", scope: !1, file: !1, line: 2, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!20 = !DILocation(line: 3, column: 3, scope: !10)
!21 = !DILocation(line: 6, column: 8, scope: !11)
