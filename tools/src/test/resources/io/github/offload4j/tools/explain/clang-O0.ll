; clang.c by clang 20: -O0 -gline-tables-only -fopenmp -fopenmp-targets=x86_64-unknown-linux-gnu --offload-host-only; without the loop that the host runs instead
; ModuleID = 'clang.c'
source_filename = "clang.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
%struct.S = type { i32, ptr }

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
@.offload_sizes.7 = private unnamed_addr constant [1 x i64] [i64 256]
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
@.offloading.entry.__omp_offloading_0010_00002a_saxpy_l3 = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.__omp_offloading_0010_00002a_saxpy_l3.region_id, ptr @.offloading.entry_name, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 1
@.offloading.entry_name.16 = internal unnamed_addr constant [37 x i8] c"__omp_offloading_0010_00002a_deep_l7\00", section ".llvm.rodata.offloading", align 1
@.offloading.entry.__omp_offloading_0010_00002a_deep_l7 = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.__omp_offloading_0010_00002a_deep_l7.region_id, ptr @.offloading.entry_name.16, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 1

define dso_local void @saxpy(i64 noundef %0, float noundef %1, ptr noundef %2, ptr noundef %3) #0 !dbg !14 {
  %5 = alloca i64, align 8
  %6 = alloca float, align 4
  %7 = alloca ptr, align 8
  %8 = alloca ptr, align 8
  %9 = alloca i64, align 8
  %10 = alloca i64, align 8
  %11 = alloca [4 x ptr], align 8
  %12 = alloca [4 x ptr], align 8
  %13 = alloca [4 x ptr], align 8
  %14 = alloca [4 x i64], align 8
  %15 = alloca i64, align 8
  %16 = alloca i64, align 8
  %17 = alloca i64, align 8
  %18 = alloca %struct.__tgt_kernel_arguments, align 8
  store i64 %0, ptr %5, align 8
  store float %1, ptr %6, align 4
  store ptr %2, ptr %7, align 8
  store ptr %3, ptr %8, align 8
  %19 = load i64, ptr %5, align 8, !dbg !17
  store i64 %19, ptr %9, align 8, !dbg !17
  %20 = load i64, ptr %9, align 8, !dbg !17
  %21 = load ptr, ptr %8, align 8, !dbg !17
  %22 = load float, ptr %6, align 4, !dbg !17
  store float %22, ptr %10, align 4, !dbg !17
  %23 = load i64, ptr %10, align 8, !dbg !17
  %24 = load ptr, ptr %7, align 8, !dbg !17
  %25 = load ptr, ptr %8, align 8, !dbg !17
  %26 = load ptr, ptr %8, align 8, !dbg !18
  %27 = getelementptr inbounds nuw float, ptr %26, i64 0, !dbg !18
  %28 = load i64, ptr %5, align 8, !dbg !19
  %29 = mul nuw i64 %28, 4, !dbg !17
  %30 = load ptr, ptr %7, align 8, !dbg !17
  %31 = load ptr, ptr %7, align 8, !dbg !20
  %32 = getelementptr inbounds nuw float, ptr %31, i64 0, !dbg !20
  %33 = load i64, ptr %5, align 8, !dbg !21
  %34 = mul nuw i64 %33, 4, !dbg !17
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %14, ptr align 8 @.offload_sizes, i64 32, i1 false)
  %35 = getelementptr inbounds [4 x ptr], ptr %11, i32 0, i32 0
  store i64 %20, ptr %35, align 8
  %36 = getelementptr inbounds [4 x ptr], ptr %12, i32 0, i32 0
  store i64 %20, ptr %36, align 8
  %37 = getelementptr inbounds [4 x ptr], ptr %13, i64 0, i64 0
  store ptr null, ptr %37, align 8
  %38 = getelementptr inbounds [4 x ptr], ptr %11, i32 0, i32 1
  store ptr %25, ptr %38, align 8
  %39 = getelementptr inbounds [4 x ptr], ptr %12, i32 0, i32 1
  store ptr %27, ptr %39, align 8
  %40 = getelementptr inbounds [4 x i64], ptr %14, i32 0, i32 1
  store i64 %29, ptr %40, align 8
  %41 = getelementptr inbounds [4 x ptr], ptr %13, i64 0, i64 1
  store ptr null, ptr %41, align 8
  %42 = getelementptr inbounds [4 x ptr], ptr %11, i32 0, i32 2
  store i64 %23, ptr %42, align 8
  %43 = getelementptr inbounds [4 x ptr], ptr %12, i32 0, i32 2
  store i64 %23, ptr %43, align 8
  %44 = getelementptr inbounds [4 x ptr], ptr %13, i64 0, i64 2
  store ptr null, ptr %44, align 8
  %45 = getelementptr inbounds [4 x ptr], ptr %11, i32 0, i32 3
  store ptr %30, ptr %45, align 8
  %46 = getelementptr inbounds [4 x ptr], ptr %12, i32 0, i32 3
  store ptr %32, ptr %46, align 8
  %47 = getelementptr inbounds [4 x i64], ptr %14, i32 0, i32 3
  store i64 %34, ptr %47, align 8
  %48 = getelementptr inbounds [4 x ptr], ptr %13, i64 0, i64 3
  store ptr null, ptr %48, align 8
  %49 = getelementptr inbounds [4 x ptr], ptr %11, i32 0, i32 0
  %50 = getelementptr inbounds [4 x ptr], ptr %12, i32 0, i32 0
  %51 = getelementptr inbounds [4 x i64], ptr %14, i32 0, i32 0
  %52 = load i64, ptr %5, align 8, !dbg !22
  store i64 %52, ptr %16, align 8, !dbg !22
  %53 = load i64, ptr %16, align 8, !dbg !22
  %54 = sub nsw i64 %53, 0, !dbg !23
  %55 = sdiv i64 %54, 1, !dbg !23
  %56 = sub nsw i64 %55, 1, !dbg !23
  store i64 %56, ptr %17, align 8, !dbg !23
  %57 = load i64, ptr %17, align 8, !dbg !23
  %58 = add nsw i64 %57, 1, !dbg !23
  %59 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 0
  store i32 3, ptr %59, align 4
  %60 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 1
  store i32 4, ptr %60, align 4
  %61 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 2
  store ptr %49, ptr %61, align 8
  %62 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 3
  store ptr %50, ptr %62, align 8
  %63 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 4
  store ptr %51, ptr %63, align 8
  %64 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 5
  store ptr @.offload_maptypes, ptr %64, align 8
  %65 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 6
  store ptr @.offload_mapnames, ptr %65, align 8
  %66 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 7
  store ptr null, ptr %66, align 8
  %67 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 8
  store i64 %58, ptr %67, align 8
  %68 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 9
  store i64 0, ptr %68, align 8
  %69 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 10
  store [3 x i32] zeroinitializer, ptr %69, align 4
  %70 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 11
  store [3 x i32] zeroinitializer, ptr %70, align 4
  %71 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %18, i32 0, i32 12
  store i32 0, ptr %71, align 4
  %72 = call i32 @__tgt_target_kernel(ptr @5, i64 -1, i32 0, i32 0, ptr @.__omp_offloading_0010_00002a_saxpy_l3.region_id, ptr %18)
  %73 = icmp ne i32 %72, 0
  br i1 %73, label %74, label %75

74:                                               ; preds = %4
  call void @__omp_offloading_0010_00002a_saxpy_l3(i64 %20, ptr %21, i64 %23, ptr %24) #2, !dbg !17
  br label %75

75:                                               ; preds = %74, %4
  ret void, !dbg !24
}

define internal void @__omp_offloading_0010_00002a_saxpy_l3(i64 noundef, ptr noundef, i64 noundef, ptr noundef) #1 {
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #4
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #2

define dso_local void @deep(ptr noundef %0) #0 !dbg !57 {
  %2 = alloca ptr, align 8
  %3 = alloca [3 x ptr], align 8
  %4 = alloca [3 x ptr], align 8
  %5 = alloca [3 x ptr], align 8
  %6 = alloca [3 x i64], align 8
  %7 = alloca %struct.__tgt_kernel_arguments, align 8
  store ptr %0, ptr %2, align 8
  %8 = load ptr, ptr %2, align 8, !dbg !58
  %9 = load ptr, ptr %2, align 8, !dbg !58
  %10 = load ptr, ptr %2, align 8, !dbg !59
  %11 = getelementptr inbounds nuw %struct.S, ptr %10, i64 0, !dbg !59
  %12 = load ptr, ptr %2, align 8, !dbg !58
  %13 = load ptr, ptr %2, align 8, !dbg !60
  %14 = getelementptr inbounds nuw %struct.S, ptr %13, i32 0, i32 1, !dbg !61
  %15 = load ptr, ptr %2, align 8, !dbg !60
  %16 = getelementptr inbounds nuw %struct.S, ptr %15, i32 0, i32 1, !dbg !61
  %17 = load ptr, ptr %16, align 8, !dbg !61
  %18 = getelementptr inbounds nuw float, ptr %17, i64 0, !dbg !60
  %19 = getelementptr %struct.S, ptr %12, i32 1, !dbg !58
  %20 = ptrtoint ptr %19 to i64, !dbg !58
  %21 = ptrtoint ptr %12 to i64, !dbg !58
  %22 = sub i64 %20, %21, !dbg !58
  %23 = sdiv exact i64 %22, ptrtoint (ptr getelementptr (i8, ptr null, i32 1) to i64), !dbg !58
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %6, ptr align 8 @.offload_sizes.1, i64 24, i1 false)
  %24 = getelementptr inbounds [3 x ptr], ptr %3, i32 0, i32 0
  store ptr %12, ptr %24, align 8
  %25 = getelementptr inbounds [3 x ptr], ptr %4, i32 0, i32 0
  store ptr %12, ptr %25, align 8
  %26 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 0
  store i64 %23, ptr %26, align 8
  %27 = getelementptr inbounds [3 x ptr], ptr %5, i64 0, i64 0
  store ptr null, ptr %27, align 8
  %28 = getelementptr inbounds [3 x ptr], ptr %3, i32 0, i32 1
  store ptr %9, ptr %28, align 8
  %29 = getelementptr inbounds [3 x ptr], ptr %4, i32 0, i32 1
  store ptr %11, ptr %29, align 8
  %30 = getelementptr inbounds [3 x ptr], ptr %5, i64 0, i64 1
  store ptr null, ptr %30, align 8
  %31 = getelementptr inbounds [3 x ptr], ptr %3, i32 0, i32 2
  store ptr %14, ptr %31, align 8
  %32 = getelementptr inbounds [3 x ptr], ptr %4, i32 0, i32 2
  store ptr %18, ptr %32, align 8
  %33 = getelementptr inbounds [3 x ptr], ptr %5, i64 0, i64 2
  store ptr null, ptr %33, align 8
  %34 = getelementptr inbounds [3 x ptr], ptr %3, i32 0, i32 0
  %35 = getelementptr inbounds [3 x ptr], ptr %4, i32 0, i32 0
  %36 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 0
  %37 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 0
  store i32 3, ptr %37, align 4
  %38 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 1
  store i32 3, ptr %38, align 4
  %39 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 2
  store ptr %34, ptr %39, align 8
  %40 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 3
  store ptr %35, ptr %40, align 8
  %41 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 4
  store ptr %36, ptr %41, align 8
  %42 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 5
  store ptr @.offload_maptypes.2, ptr %42, align 8
  %43 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 6
  store ptr @.offload_mapnames.3, ptr %43, align 8
  %44 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 7
  store ptr null, ptr %44, align 8
  %45 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 8
  store i64 0, ptr %45, align 8
  %46 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 9
  store i64 0, ptr %46, align 8
  %47 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 10
  store [3 x i32] [i32 -1, i32 0, i32 0], ptr %47, align 4
  %48 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 11
  store [3 x i32] zeroinitializer, ptr %48, align 4
  %49 = getelementptr inbounds nuw %struct.__tgt_kernel_arguments, ptr %7, i32 0, i32 12
  store i32 0, ptr %49, align 4
  %50 = call i32 @__tgt_target_kernel(ptr @15, i64 -1, i32 -1, i32 0, ptr @.__omp_offloading_0010_00002a_deep_l7.region_id, ptr %7)
  %51 = icmp ne i32 %50, 0
  br i1 %51, label %52, label %53

52:                                               ; preds = %1
  call void @__omp_offloading_0010_00002a_deep_l7(ptr %8) #2, !dbg !58
  br label %53

53:                                               ; preds = %52, %1
  ret void, !dbg !62
}

define internal void @__omp_offloading_0010_00002a_deep_l7(ptr noundef) #1 {
  ret void
}

define dso_local void @host(ptr noundef %0, ptr noundef %1) #0 !dbg !69 {
  %3 = alloca ptr, align 8
  %4 = alloca ptr, align 8
  %5 = alloca [2 x ptr], align 8
  %6 = alloca [2 x ptr], align 8
  %7 = alloca [2 x ptr], align 8
  %8 = alloca ptr, align 8
  %9 = alloca ptr, align 8
  store ptr %0, ptr %3, align 8
  store ptr %1, ptr %4, align 8
  %10 = load ptr, ptr %3, align 8, !dbg !70
  %11 = load ptr, ptr %3, align 8, !dbg !71
  %12 = getelementptr inbounds nuw float, ptr %11, i64 0, !dbg !71
  %13 = load ptr, ptr %4, align 8, !dbg !70
  %14 = load ptr, ptr %4, align 8, !dbg !72
  %15 = getelementptr inbounds nuw float, ptr %14, i64 0, !dbg !72
  %16 = getelementptr inbounds [2 x ptr], ptr %5, i32 0, i32 0
  store ptr %10, ptr %16, align 8
  %17 = getelementptr inbounds [2 x ptr], ptr %6, i32 0, i32 0
  store ptr %12, ptr %17, align 8
  %18 = getelementptr inbounds [2 x ptr], ptr %7, i64 0, i64 0
  store ptr null, ptr %18, align 8
  %19 = getelementptr inbounds [2 x ptr], ptr %5, i32 0, i32 1
  store ptr %13, ptr %19, align 8
  %20 = getelementptr inbounds [2 x ptr], ptr %6, i32 0, i32 1
  store ptr %15, ptr %20, align 8
  %21 = getelementptr inbounds [2 x ptr], ptr %7, i64 0, i64 1
  store ptr null, ptr %21, align 8
  %22 = getelementptr inbounds [2 x ptr], ptr %5, i32 0, i32 0
  %23 = getelementptr inbounds [2 x ptr], ptr %6, i32 0, i32 0
  call void @__tgt_target_data_begin_mapper(ptr @17, i64 -1, i32 2, ptr %22, ptr %23, ptr @.offload_sizes.4, ptr @.offload_maptypes.5, ptr @.offload_mapnames.6, ptr null)
  %24 = load ptr, ptr %16, align 8
  store ptr %24, ptr %8, align 8
  %25 = load ptr, ptr %19, align 8
  store ptr %25, ptr %9, align 8
  %26 = load ptr, ptr %8, align 8, !dbg !73
  %27 = load ptr, ptr %9, align 8, !dbg !74
  call void @gemv(ptr noundef %26, ptr noundef %27), !dbg !75
  %28 = getelementptr inbounds [2 x ptr], ptr %5, i32 0, i32 0
  %29 = getelementptr inbounds [2 x ptr], ptr %6, i32 0, i32 0
  call void @__tgt_target_data_end_mapper(ptr @17, i64 -1, i32 2, ptr %28, ptr %29, ptr @.offload_sizes.4, ptr @.offload_maptypes.5, ptr @.offload_mapnames.6, ptr null)
  ret void, !dbg !76
}

declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #2
declare void @gemv(ptr noundef, ptr noundef) #5
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #2

define dso_local void @update() #0 !dbg !77 {
  %1 = alloca [1 x ptr], align 8
  %2 = alloca [1 x ptr], align 8
  %3 = alloca [1 x ptr], align 8
  %4 = alloca [1 x ptr], align 8
  %5 = alloca [1 x ptr], align 8
  %6 = alloca [1 x ptr], align 8
  %7 = alloca [1 x ptr], align 8
  %8 = alloca [1 x ptr], align 8
  %9 = alloca [1 x ptr], align 8
  %10 = getelementptr inbounds [1 x ptr], ptr %1, i32 0, i32 0
  store ptr @fixed, ptr %10, align 8
  %11 = getelementptr inbounds [1 x ptr], ptr %2, i32 0, i32 0
  store ptr @fixed, ptr %11, align 8
  %12 = getelementptr inbounds [1 x ptr], ptr %3, i64 0, i64 0
  store ptr null, ptr %12, align 8
  %13 = getelementptr inbounds [1 x ptr], ptr %1, i32 0, i32 0
  %14 = getelementptr inbounds [1 x ptr], ptr %2, i32 0, i32 0
  call void @__tgt_target_data_begin_mapper(ptr @22, i64 1, i32 1, ptr %13, ptr %14, ptr @.offload_sizes.7, ptr @.offload_maptypes.8, ptr @.offload_mapnames.9, ptr null), !dbg !78
  %15 = getelementptr inbounds [1 x ptr], ptr %4, i32 0, i32 0
  store ptr @fixed, ptr %15, align 8
  %16 = getelementptr inbounds [1 x ptr], ptr %5, i32 0, i32 0
  store ptr @fixed, ptr %16, align 8
  %17 = getelementptr inbounds [1 x ptr], ptr %6, i64 0, i64 0
  store ptr null, ptr %17, align 8
  %18 = getelementptr inbounds [1 x ptr], ptr %4, i32 0, i32 0
  %19 = getelementptr inbounds [1 x ptr], ptr %5, i32 0, i32 0
  call void @__tgt_target_data_update_mapper(ptr @25, i64 1, i32 1, ptr %18, ptr %19, ptr @.offload_sizes.10, ptr @.offload_maptypes.11, ptr @.offload_mapnames.12, ptr null), !dbg !79
  %20 = getelementptr inbounds [1 x ptr], ptr %7, i32 0, i32 0
  store ptr @fixed, ptr %20, align 8
  %21 = getelementptr inbounds [1 x ptr], ptr %8, i32 0, i32 0
  store ptr @fixed, ptr %21, align 8
  %22 = getelementptr inbounds [1 x ptr], ptr %9, i64 0, i64 0
  store ptr null, ptr %22, align 8
  %23 = getelementptr inbounds [1 x ptr], ptr %7, i32 0, i32 0
  %24 = getelementptr inbounds [1 x ptr], ptr %8, i32 0, i32 0
  call void @__tgt_target_data_end_mapper(ptr @27, i64 1, i32 1, ptr %23, ptr %24, ptr @.offload_sizes.13, ptr @.offload_maptypes.14, ptr @.offload_mapnames.15, ptr null), !dbg !80
  ret void, !dbg !81
}

declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #2

attributes #0 = { noinline nounwind optnone uwtable "frame-pointer"="all" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { noinline norecurse nounwind optnone uwtable "frame-pointer"="all" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #2 = { nounwind }
attributes #4 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #5 = { "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }

!llvm.dbg.cu = !{!0}
!omp_offload.info = !{!2, !3}
!llvm.offloading.symbols = !{!4, !5}
!llvm.module.flags = !{!6, !7, !8, !9, !10, !11, !12, !13}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: LineTablesOnly, splitDebugInlining: false, nameTableKind: None)
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
!13 = !{i32 7, !"frame-pointer", i32 2}
!14 = distinct !DISubprogram(name: "saxpy", scope: !1, file: !1, line: 2, type: !15, scopeLine: 2, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0)
!15 = !DISubroutineType(types: !16)
!16 = !{}
!17 = !DILocation(line: 3, column: 1, scope: !14)
!18 = !DILocation(line: 3, column: 78, scope: !14)
!19 = !DILocation(line: 3, column: 82, scope: !14)
!20 = !DILocation(line: 3, column: 58, scope: !14)
!21 = !DILocation(line: 3, column: 62, scope: !14)
!22 = !DILocation(line: 4, column: 24, scope: !14)
!23 = !DILocation(line: 4, column: 3, scope: !14)
!24 = !DILocation(line: 5, column: 1, scope: !14)
!57 = distinct !DISubprogram(name: "deep", scope: !1, file: !1, line: 6, type: !15, scopeLine: 6, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0)
!58 = !DILocation(line: 7, column: 1, scope: !57)
!59 = !DILocation(line: 7, column: 32, scope: !57)
!60 = !DILocation(line: 7, column: 40, scope: !57)
!61 = !DILocation(line: 7, column: 43, scope: !57)
!62 = !DILocation(line: 9, column: 1, scope: !57)
!69 = distinct !DISubprogram(name: "host", scope: !1, file: !1, line: 11, type: !15, scopeLine: 11, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0)
!70 = !DILocation(line: 12, column: 1, scope: !69)
!71 = !DILocation(line: 12, column: 33, scope: !69)
!72 = !DILocation(line: 12, column: 52, scope: !69)
!73 = !DILocation(line: 13, column: 8, scope: !69)
!74 = !DILocation(line: 13, column: 11, scope: !69)
!75 = !DILocation(line: 13, column: 3, scope: !69)
!76 = !DILocation(line: 14, column: 1, scope: !69)
!77 = distinct !DISubprogram(name: "update", scope: !1, file: !1, line: 16, type: !15, scopeLine: 16, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0)
!78 = !DILocation(line: 17, column: 1, scope: !77)
!79 = !DILocation(line: 18, column: 1, scope: !77)
!80 = !DILocation(line: 19, column: 1, scope: !77)
!81 = !DILocation(line: 20, column: 1, scope: !77)
