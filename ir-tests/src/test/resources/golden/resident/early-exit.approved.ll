; is data unmapped on every way out?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
@.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
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
define i32 @run(ptr noalias nonnull %x, i32 %n) #0 {
entry:
  %.resident_baseptrs = alloca [1 x ptr], align 8
  %.resident_ptrs = alloca [1 x ptr], align 8
  %.resident_sizes = alloca [1 x i64], align 8
  store ptr %x, ptr %.resident_baseptrs, align 8
  store ptr %x, ptr %.resident_ptrs, align 8
  store i64 64, ptr %.resident_sizes, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr null, ptr null)
  %0 = load ptr, ptr %.resident_baseptrs, align 8
  br label %body

body:                                             ; preds = %on, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  call void @f(ptr %0)
  %stop = icmp eq i32 %i, 7
  br i1 %stop, label %early, label %on

on:                                               ; preds = %body
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit

early:                                            ; preds = %body
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr null, ptr null)
  ret i32 1

exit:                                             ; preds = %on
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr null, ptr null)
  ret i32 0
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
