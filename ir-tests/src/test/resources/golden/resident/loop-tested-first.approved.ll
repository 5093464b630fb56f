; does a loop that may not run map nothing then?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
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
define void @run(ptr noalias nonnull %x, i32 %n) #0 {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %.resident_baseptrs = alloca [1 x ptr], align 8
  %.resident_ptrs = alloca [1 x ptr], align 8
  %.resident_sizes = alloca [1 x i64], align 8
  %.resident_maptypes = alloca [1 x i64], align 8
  %.offload_maptypes.begin = alloca [1 x i64], align 8
  store i64 256, ptr %.resident_maptypes, align 8
  br label %test

test:                                             ; preds = %body, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  %more = icmp slt i32 %i, %n
  br i1 %more, label %body, label %exit

body:                                             ; preds = %test
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %0 = load i64, ptr %.resident_maptypes, align 8
  %1 = icmp eq i64 %0, 256
  %2 = select i1 %1, i64 65, i64 256
  store i64 %2, ptr %.offload_maptypes.begin, align 8
  call void @.offload_data_begin(i1 %1, ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr %.offload_maptypes.begin, ptr null, ptr null)
  store ptr %x, ptr %.resident_baseptrs, align 8
  store ptr %x, ptr %.resident_ptrs, align 8
  store i64 64, ptr %.resident_sizes, align 8
  store i64 2, ptr %.resident_maptypes, align 8
  %3 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
  %4 = icmp eq ptr %3, null
  %5 = select i1 %4, ptr %x, ptr %3
  call void @f(ptr %5)
  %next = add i32 %i, 1
  br label %test

exit:                                             ; preds = %test
  %6 = load i64, ptr %.resident_maptypes, align 8
  %7 = icmp ne i64 %6, 256
  call void @.offload_data_end(i1 %7, ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr %.resident_maptypes, ptr null, ptr null)
  store i64 256, ptr %.resident_maptypes, align 8
  ret void
}

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare ptr @omp_get_mapped_ptr(ptr, i32) #0

define internal void @.offload_data_begin(i1 %0, ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9) {
entry:
  br i1 %0, label %needed, label %done

needed:                                           ; preds = %entry
  call void @__tgt_target_data_begin_mapper(ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9)
  br label %done

done:                                             ; preds = %needed, %entry
  ret void
}

define internal void @.offload_data_end(i1 %0, ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9) {
entry:
  br i1 %0, label %needed, label %done

needed:                                           ; preds = %entry
  call void @__tgt_target_data_end_mapper(ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9)
  br label %done

done:                                             ; preds = %needed, %entry
  ret void
}

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
