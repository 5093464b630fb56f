; expect: error: host-use-of-device-memory: 'inner' reads device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at fault.c:9:12
; chain: the device address of argument 'x' comes from here at fault.c:3:3
; chain: 'run' passes it to 'outer' as argument 1 at fault.c:3:3
; chain: 'outer' passes it to 'inner' as argument 2 at fault.c:7:5

define internal double @inner(i64 %i, ptr %a) !dbg !12 {
  %p = getelementptr inbounds double, ptr %a, i64 %i, !dbg !22
  %v = load double, ptr %p, !dbg !22
  ret double %v, !dbg !22
}

define void @outer(ptr %a) !dbg !11 {
  %v = call double @inner(i64 3, ptr %a), !dbg !21
  ret void, !dbg !21
}

define void @run(ptr %x) !dbg !10 {
  call void @outer(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ], !dbg !20
  ret void, !dbg !20
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "fault.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "run", scope: !1, file: !1, line: 1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!11 = distinct !DISubprogram(name: "outer", scope: !1, file: !1, line: 2, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!12 = distinct !DISubprogram(name: "inner", scope: !1, file: !1, line: 3, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!20 = !DILocation(line: 3, column: 3, scope: !10)
!21 = !DILocation(line: 7, column: 5, scope: !11)
!22 = !DILocation(line: 9, column: 12, scope: !12)
