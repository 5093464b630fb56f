; does an argument stay while another travels?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.g = private unnamed_addr constant [2 x i64] [i64 64, i64 64]
@.offload_maptypes.g.begin = private unnamed_addr constant [2 x i64] [i64 65, i64 65]
@.offload_maptypes.g.end = private unnamed_addr constant [2 x i64] [i64 2, i64 2]
@.offload_maptypes.g.end.1 = private unnamed_addr constant [2 x i64] [i64 256, i64 2]
@.offload_maptypes.g.begin.2 = private unnamed_addr constant [2 x i64] [i64 256, i64 65]
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

; Function Attrs: nounwind
declare void @f(ptr) #0

; Function Attrs: nounwind
declare void @g(ptr, ptr) #0

; Function Attrs: nounwind
declare void @reader(ptr readonly) #0

; Function Attrs: nounwind
declare void @tick() #0

declare i32 @personality(...)

; Function Attrs: nounwind
define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) #0 {
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %.offload_baseptrs1 = alloca [2 x ptr], align 8
  %.offload_ptrs2 = alloca [2 x ptr], align 8
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %1 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr %y, ptr %1, align 8
  %2 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %y, ptr %2, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.begin, ptr null, ptr null)
  %x.device = load ptr, ptr %.offload_baseptrs, align 8
  %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  %y.device = load ptr, ptr %3, align 8
  call void @g(ptr %x.device, ptr %y.device)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.end.1, ptr null, ptr null)
  store i32 0, ptr %y, align 4
  store ptr %x, ptr %.offload_baseptrs1, align 8
  store ptr %x, ptr %.offload_ptrs2, align 8
  %4 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs1, i32 0, i32 1
  store ptr %y, ptr %4, align 8
  %5 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs2, i32 0, i32 1
  store ptr %y, ptr %5, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.begin.2, ptr null, ptr null)
  %6 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs1, i32 0, i32 1
  %y.device4 = load ptr, ptr %6, align 8
  call void @g(ptr %x.device, ptr %y.device4)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.end, ptr null, ptr null)
  ret void
}

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
entry:
  call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
  ret void
}

declare void @__tgt_unregister_lib(ptr)

define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
entry:
  call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
  call void @__tgt_init_all_rtls()
  %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
  ret void
}

declare void @__tgt_register_lib(ptr)

declare void @__tgt_init_all_rtls()

declare i32 @atexit(ptr)

attributes #0 = { nounwind }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
