; clang.c by clang 20: -O1 -gline-tables-only -fopenmp -fopenmp-targets=x86_64-unknown-linux-gnu --offload-host-only; without the loop that the host runs instead
; ModuleID = 'clang.c'
source_filename = "clang.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@fixed = dso_local global [64 x i32] zeroinitializer, align 16
@0 = private unnamed_addr constant [21 x i8] c";clang.c;saxpy;3;1;;\00", align 1
@5 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 20, ptr @0 }, align 8
@.__omp_offloading_0010_00002a_saxpy_l3.region_id = weak constant i8 0
@7 = private unnamed_addr constant [18 x i8] c";n;clang.c;2;17;;\00", align 1
@8 = private unnamed_addr constant [23 x i8] c";y[0:n];clang.c;2;46;;\00", align 1
@9 = private unnamed_addr constant [18 x i8] c";a;clang.c;2;26;;\00", align 1
@10 = private unnamed_addr constant [23 x i8] c";x[0:n];clang.c;2;36;;\00", align 1
@.offload_sizes = private unnamed_addr constant [4 x i64] [i64 8, i64 0, i64 4, i64 0]
@.offload_maptypes = private unnamed_addr constant [4 x i64] [i64 800, i64 35, i64 800, i64 33]
@.offload_mapnames = private constant [4 x ptr] [ptr @7, ptr @8, ptr @9, ptr @10]
@.__omp_offloading_0010_00002a_deep_l7.region_id = weak constant i8 0
@11 = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00", align 1
@12 = private unnamed_addr constant [23 x i8] c";s[0:1];clang.c;6;21;;\00", align 1
@13 = private unnamed_addr constant [28 x i8] c";s->p[0:100];clang.c;6;21;;\00", align 1
@.offload_sizes.1 = private unnamed_addr constant [3 x i64] [i64 0, i64 16, i64 400]
@.offload_maptypes.2 = private unnamed_addr constant [3 x i64] [i64 32, i64 281474976710659, i64 281474976710675]
@.offload_mapnames.3 = private constant [3 x ptr] [ptr @11, ptr @12, ptr @13]
@14 = private unnamed_addr constant [20 x i8] c";clang.c;deep;7;1;;\00", align 1
@15 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 19, ptr @14 }, align 8
@16 = private unnamed_addr constant [21 x i8] c";clang.c;host;12;1;;\00", align 1
@17 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 20, ptr @16 }, align 8
@18 = private unnamed_addr constant [25 x i8] c";a[0:24];clang.c;11;18;;\00", align 1
@19 = private unnamed_addr constant [24 x i8] c";y[0:6];clang.c;11;28;;\00", align 1
@.offload_sizes.4 = private unnamed_addr constant [2 x i64] [i64 96, i64 24]
@.offload_maptypes.5 = private unnamed_addr constant [2 x i64] [i64 65, i64 66]
@.offload_mapnames.6 = private constant [2 x ptr] [ptr @18, ptr @19]
@20 = private unnamed_addr constant [22 x i8] c";fixed;clang.c;15;5;;\00", align 1
@.offload_maptypes.8 = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_mapnames.9 = private constant [1 x ptr] [ptr @20]
@21 = private unnamed_addr constant [23 x i8] c";clang.c;update;17;1;;\00", align 1
@22 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @21 }, align 8
@23 = private unnamed_addr constant [28 x i8] c";fixed[0:16];clang.c;15;5;;\00", align 1
@.offload_sizes.10 = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.11 = private unnamed_addr constant [1 x i64] [i64 2]
@.offload_mapnames.12 = private constant [1 x ptr] [ptr @23]
@24 = private unnamed_addr constant [23 x i8] c";clang.c;update;18;1;;\00", align 1
@25 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @24 }, align 8
@.offload_sizes.13 = private unnamed_addr constant [1 x i64] [i64 256]
@.offload_maptypes.14 = private unnamed_addr constant [1 x i64] [i64 8]
@.offload_mapnames.15 = private constant [1 x ptr] [ptr @20]
@26 = private unnamed_addr constant [23 x i8] c";clang.c;update;19;1;;\00", align 1
@27 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @26 }, align 8
@.offloading.entry_name = internal unnamed_addr constant [38 x i8] c"__omp_offloading_0010_00002a_saxpy_l3\00", section ".llvm.rodata.offloading", align 1
@.offloading.entry.__omp_offloading_0010_00002a_saxpy_l3 = weak local_unnamed_addr constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.__omp_offloading_0010_00002a_saxpy_l3.region_id, ptr @.offloading.entry_name, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 1
@.offloading.entry_name.16 = internal unnamed_addr constant [37 x i8] c"__omp_offloading_0010_00002a_deep_l7\00", section ".llvm.rodata.offloading", align 1
@.offloading.entry.__omp_offloading_0010_00002a_deep_l7 = weak local_unnamed_addr constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.__omp_offloading_0010_00002a_deep_l7.region_id, ptr @.offloading.entry_name.16, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 1

define dso_local void @saxpy(i64 noundef %0, float noundef %1, ptr noundef %2, ptr noundef %3) local_unnamed_addr #0 !dbg !13 {
  %5 = alloca [4 x ptr], align 8
  %6 = alloca [4 x ptr], align 8
  %7 = alloca [4 x i64], align 8
  %8 = alloca %struct.__tgt_kernel_arguments, align 8
  %9 = bitcast float %1 to i32, !dbg !16
  %10 = zext i32 %9 to i64, !dbg !16
  %11 = shl nuw i64 %0, 2, !dbg !16
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %7, ptr noundef nonnull align 16 dereferenceable(32) @.offload_sizes, i64 32, i1 false)
  store i64 %0, ptr %5, align 8
  store i64 %0, ptr %6, align 8
  %12 = getelementptr inbounds nuw i8, ptr %5, i64 8
  store ptr %3, ptr %12, align 8
  %13 = getelementptr inbounds nuw i8, ptr %6, i64 8
  store ptr %3, ptr %13, align 8
  %14 = getelementptr inbounds nuw i8, ptr %7, i64 8
  store i64 %11, ptr %14, align 8
  %15 = getelementptr inbounds nuw i8, ptr %5, i64 16
  store i64 %10, ptr %15, align 8
  %16 = getelementptr inbounds nuw i8, ptr %6, i64 16
  store i64 %10, ptr %16, align 8
  %17 = getelementptr inbounds nuw i8, ptr %5, i64 24
  store ptr %2, ptr %17, align 8
  %18 = getelementptr inbounds nuw i8, ptr %6, i64 24
  store ptr %2, ptr %18, align 8
  %19 = getelementptr inbounds nuw i8, ptr %7, i64 24
  store i64 %11, ptr %19, align 8
  store i32 3, ptr %8, align 8
  %20 = getelementptr inbounds nuw i8, ptr %8, i64 4
  store i32 4, ptr %20, align 4
  %21 = getelementptr inbounds nuw i8, ptr %8, i64 8
  store ptr %5, ptr %21, align 8
  %22 = getelementptr inbounds nuw i8, ptr %8, i64 16
  store ptr %6, ptr %22, align 8
  %23 = getelementptr inbounds nuw i8, ptr %8, i64 24
  store ptr %7, ptr %23, align 8
  %24 = getelementptr inbounds nuw i8, ptr %8, i64 32
  store ptr @.offload_maptypes, ptr %24, align 8
  %25 = getelementptr inbounds nuw i8, ptr %8, i64 40
  store ptr @.offload_mapnames, ptr %25, align 8
  %26 = getelementptr inbounds nuw i8, ptr %8, i64 48
  store ptr null, ptr %26, align 8
  %27 = getelementptr inbounds nuw i8, ptr %8, i64 56
  store i64 %0, ptr %27, align 8
  %28 = getelementptr inbounds nuw i8, ptr %8, i64 64
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(36) %28, i8 0, i64 36, i1 false)
  %29 = call i32 @__tgt_target_kernel(ptr nonnull @5, i64 -1, i32 0, i32 0, ptr nonnull @.__omp_offloading_0010_00002a_saxpy_l3.region_id, ptr nonnull %8)
  %30 = icmp eq i32 %29, 0
  br i1 %30, label %32, label %31

31:                                               ; preds = %4
  call void (ptr, i32, ptr, ...) @__kmpc_fork_teams(ptr nonnull @5, i32 4, ptr nonnull @__omp_offloading_0010_00002a_saxpy_l3.omp_outlined, i64 %0, ptr %3, i64 range(i64 0, 4294967296) %10, ptr %2), !dbg !17
  br label %32

32:                                               ; preds = %31, %4
  ret void, !dbg !20
}

declare void @__omp_offloading_0010_00002a_saxpy_l3.omp_outlined(ptr, ptr, i64, ptr, i64, ptr)
declare !callback !47 void @__kmpc_fork_teams(ptr, i32, ptr, ...) local_unnamed_addr #3
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #5
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) local_unnamed_addr #3

define dso_local void @deep(ptr noundef %0) local_unnamed_addr #0 !dbg !49 {
  %2 = alloca [3 x ptr], align 8
  %3 = alloca [3 x ptr], align 8
  %4 = alloca [3 x i64], align 8
  %5 = alloca %struct.__tgt_kernel_arguments, align 8
  %6 = getelementptr inbounds nuw i8, ptr %0, i64 8, !dbg !50
  %7 = load ptr, ptr %6, align 8, !dbg !50, !tbaa !51
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 8 dereferenceable(24) %4, ptr noundef nonnull align 16 dereferenceable(24) @.offload_sizes.1, i64 24, i1 false)
  store ptr %0, ptr %2, align 8
  store ptr %0, ptr %3, align 8
  store i64 16, ptr %4, align 8
  %8 = getelementptr inbounds nuw i8, ptr %2, i64 8
  store ptr %0, ptr %8, align 8
  %9 = getelementptr inbounds nuw i8, ptr %3, i64 8
  store ptr %0, ptr %9, align 8
  %10 = getelementptr inbounds nuw i8, ptr %2, i64 16
  store ptr %6, ptr %10, align 8
  %11 = getelementptr inbounds nuw i8, ptr %3, i64 16
  store ptr %7, ptr %11, align 8
  store i32 3, ptr %5, align 8
  %12 = getelementptr inbounds nuw i8, ptr %5, i64 4
  store i32 3, ptr %12, align 4
  %13 = getelementptr inbounds nuw i8, ptr %5, i64 8
  store ptr %2, ptr %13, align 8
  %14 = getelementptr inbounds nuw i8, ptr %5, i64 16
  store ptr %3, ptr %14, align 8
  %15 = getelementptr inbounds nuw i8, ptr %5, i64 24
  store ptr %4, ptr %15, align 8
  %16 = getelementptr inbounds nuw i8, ptr %5, i64 32
  store ptr @.offload_maptypes.2, ptr %16, align 8
  %17 = getelementptr inbounds nuw i8, ptr %5, i64 40
  store ptr @.offload_mapnames.3, ptr %17, align 8
  %18 = getelementptr inbounds nuw i8, ptr %5, i64 48
  %19 = getelementptr inbounds nuw i8, ptr %5, i64 72
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(24) %18, i8 0, i64 24, i1 false)
  store i32 -1, ptr %19, align 8
  %20 = getelementptr inbounds nuw i8, ptr %5, i64 76
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 4 dereferenceable(24) %20, i8 0, i64 24, i1 false)
  %21 = call i32 @__tgt_target_kernel(ptr nonnull @15, i64 -1, i32 -1, i32 0, ptr nonnull @.__omp_offloading_0010_00002a_deep_l7.region_id, ptr nonnull %5)
  %22 = icmp eq i32 %21, 0
  br i1 %22, label %27, label %23

23:                                               ; preds = %1
  %24 = load i32, ptr %0, align 8, !dbg !55, !tbaa !58
  %25 = sitofp i32 %24 to float, !dbg !59
  %26 = load ptr, ptr %6, align 8, !dbg !60, !tbaa !51
  store float %25, ptr %26, align 4, !dbg !61, !tbaa !39
  br label %27

27:                                               ; preds = %23, %1
  ret void, !dbg !62
}

define dso_local void @host(ptr noundef %0, ptr noundef %1) local_unnamed_addr #0 !dbg !63 {
  %3 = alloca [2 x ptr], align 8
  %4 = alloca [2 x ptr], align 8
  store ptr %0, ptr %3, align 8
  store ptr %0, ptr %4, align 8
  %5 = getelementptr inbounds nuw i8, ptr %3, i64 8
  store ptr %1, ptr %5, align 8
  %6 = getelementptr inbounds nuw i8, ptr %4, i64 8
  store ptr %1, ptr %6, align 8
  call void @__tgt_target_data_begin_mapper(ptr nonnull @17, i64 -1, i32 2, ptr nonnull %3, ptr nonnull %4, ptr nonnull @.offload_sizes.4, ptr nonnull @.offload_maptypes.5, ptr nonnull @.offload_mapnames.6, ptr null)
  %7 = load ptr, ptr %3, align 8
  %8 = load ptr, ptr %5, align 8
  call void @gemv(ptr noundef %7, ptr noundef %8) #3, !dbg !64
  call void @__tgt_target_data_end_mapper(ptr nonnull @17, i64 -1, i32 2, ptr nonnull %3, ptr nonnull %4, ptr nonnull @.offload_sizes.4, ptr nonnull @.offload_maptypes.5, ptr nonnull @.offload_mapnames.6, ptr null)
  ret void, !dbg !65
}

declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) local_unnamed_addr #3
declare !dbg !66 void @gemv(ptr noundef, ptr noundef) local_unnamed_addr #6
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) local_unnamed_addr #3

define dso_local void @update() local_unnamed_addr #0 !dbg !67 {
  %1 = alloca [1 x ptr], align 8
  %2 = alloca [1 x ptr], align 8
  %3 = alloca [1 x ptr], align 8
  %4 = alloca [1 x ptr], align 8
  %5 = alloca [1 x ptr], align 8
  %6 = alloca [1 x ptr], align 8
  store ptr @fixed, ptr %1, align 8
  store ptr @fixed, ptr %2, align 8
  call void @__tgt_target_data_begin_mapper(ptr nonnull @22, i64 1, i32 1, ptr nonnull %1, ptr nonnull %2, ptr nonnull @.offload_sizes.13, ptr nonnull @.offload_maptypes.8, ptr nonnull @.offload_mapnames.9, ptr null), !dbg !68
  store ptr @fixed, ptr %3, align 8
  store ptr @fixed, ptr %4, align 8
  call void @__tgt_target_data_update_mapper(ptr nonnull @25, i64 1, i32 1, ptr nonnull %3, ptr nonnull %4, ptr nonnull @.offload_sizes.10, ptr nonnull @.offload_maptypes.11, ptr nonnull @.offload_mapnames.12, ptr null), !dbg !69
  store ptr @fixed, ptr %5, align 8
  store ptr @fixed, ptr %6, align 8
  call void @__tgt_target_data_end_mapper(ptr nonnull @27, i64 1, i32 1, ptr nonnull %5, ptr nonnull %6, ptr nonnull @.offload_sizes.13, ptr nonnull @.offload_maptypes.14, ptr nonnull @.offload_mapnames.15, ptr null), !dbg !70
  ret void, !dbg !71
}

declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) local_unnamed_addr #3
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #8

attributes #0 = { nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #3 = { nounwind }
attributes #5 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #6 = { "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #8 = { nocallback nofree nounwind willreturn memory(argmem: write) }

!llvm.dbg.cu = !{!0}
!omp_offload.info = !{!2, !3}
!llvm.offloading.symbols = !{!4, !5}
!llvm.module.flags = !{!6, !7, !8, !9, !10, !11, !12}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, isOptimized: true, runtimeVersion: 0, emissionKind: LineTablesOnly, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "clang.c", directory: "/src")
!2 = !{i32 0, i32 65024, i32 2146488, !"deep", i32 7, i32 0, i32 1}
!3 = !{i32 0, i32 65024, i32 2146488, !"saxpy", i32 3, i32 0, i32 0}
!4 = !{ptr @.offloading.entry_name}
!5 = !{ptr @.offloading.entry_name.16}
!6 = !{i32 7, !"Dwarf Version", i32 5}
!7 = !{i32 2, !"Debug Info Version", i32 3}
!8 = !{i32 1, !"wchar_size", i32 4}
!9 = !{i32 7, !"openmp", i32 51}
!10 = !{i32 8, !"PIC Level", i32 2}
!11 = !{i32 7, !"PIE Level", i32 2}
!12 = !{i32 7, !"uwtable", i32 2}
!13 = distinct !DISubprogram(name: "saxpy", scope: !1, file: !1, line: 2, type: !14, scopeLine: 2, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!14 = !DISubroutineType(types: !15)
!15 = !{}
!16 = !DILocation(line: 3, column: 1, scope: !13)
!17 = !DILocation(line: 3, column: 1, scope: !18, inlinedAt: !19)
!18 = distinct !DISubprogram(name: "__omp_offloading_0010_00002a_saxpy_l3", scope: !1, file: !1, line: 3, type: !14, scopeLine: 3, flags: DIFlagArtificial | DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!19 = distinct !DILocation(line: 3, column: 1, scope: !13)
!20 = !DILocation(line: 5, column: 1, scope: !13)
!27 = !{!"omnipotent char", !28, i64 0}
!28 = !{!"Simple C/C++ TBAA"}
!30 = !{!"int", !27, i64 0}
!39 = !{!40, !40, i64 0}
!40 = !{!"float", !27, i64 0}
!47 = !{!48}
!48 = !{i64 2, i64 -1, i64 -1, i1 true}
!49 = distinct !DISubprogram(name: "deep", scope: !1, file: !1, line: 6, type: !14, scopeLine: 6, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!50 = !DILocation(line: 7, column: 43, scope: !49)
!51 = !{!52, !53, i64 8}
!52 = !{!"S", !30, i64 0, !53, i64 8}
!53 = !{!"p1 float", !54, i64 0}
!54 = !{!"any pointer", !27, i64 0}
!55 = !DILocation(line: 8, column: 16, scope: !56, inlinedAt: !57)
!56 = distinct !DISubprogram(name: "__omp_offloading_0010_00002a_deep_l7", scope: !1, file: !1, line: 7, type: !14, scopeLine: 7, flags: DIFlagArtificial | DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!57 = distinct !DILocation(line: 7, column: 1, scope: !49)
!58 = !{!52, !30, i64 0}
!59 = !DILocation(line: 8, column: 13, scope: !56, inlinedAt: !57)
!60 = !DILocation(line: 8, column: 6, scope: !56, inlinedAt: !57)
!61 = !DILocation(line: 8, column: 11, scope: !56, inlinedAt: !57)
!62 = !DILocation(line: 9, column: 1, scope: !49)
!63 = distinct !DISubprogram(name: "host", scope: !1, file: !1, line: 11, type: !14, scopeLine: 11, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!64 = !DILocation(line: 13, column: 3, scope: !63)
!65 = !DILocation(line: 14, column: 1, scope: !63)
!66 = !DISubprogram(name: "gemv", scope: !1, file: !1, line: 10, type: !14, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
!67 = distinct !DISubprogram(name: "update", scope: !1, file: !1, line: 16, type: !14, scopeLine: 16, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!68 = !DILocation(line: 17, column: 1, scope: !67)
!69 = !DILocation(line: 18, column: 1, scope: !67)
!70 = !DILocation(line: 19, column: 1, scope: !67)
!71 = !DILocation(line: 20, column: 1, scope: !67)
