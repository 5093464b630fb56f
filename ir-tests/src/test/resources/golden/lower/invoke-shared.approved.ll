; do destinations that others lead to get a block in between?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
@.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
@.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

declare i32 @__gxx_personality_v0(...)

declare i32 @f(ptr)

declare void @k(ptr)

declare void @on_host(ptr)

define i32 @run(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
entry:
  %.offload_baseptrs = alloca [1 x ptr], align 8
  %.offload_ptrs = alloca [1 x ptr], align 8
  %first = invoke i32 @f(ptr %x)
          to label %next unwind label %offload.unwind.others

next:                                             ; preds = %entry
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr null, ptr null)
  %x.device = load ptr, ptr %.offload_baseptrs, align 8
  %second = invoke i32 @f(ptr %x.device)
          to label %offload.normal unwind label %offload.unwind

offload.normal:                                   ; preds = %next
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr null, ptr null)
  br label %done

done:                                             ; preds = %caught, %offload.normal
  %r = phi i32 [ %second, %offload.normal ], [ %w, %caught ]
  ret i32 %r

offload.unwind:                                   ; preds = %next
  %0 = landingpad { ptr, i32 }
          catch ptr null
  call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr null, ptr null)
  br label %caught

offload.unwind.others:                            ; preds = %entry
  %1 = phi i32 [ 1, %entry ]
  %2 = landingpad { ptr, i32 }
          catch ptr null
  br label %caught

caught:                                           ; preds = %offload.unwind.others, %offload.unwind
  %w = phi i32 [ 2, %offload.unwind ], [ %1, %offload.unwind.others ]
  %e = phi { ptr, i32 } [ %0, %offload.unwind ], [ %2, %offload.unwind.others ]
  %object = extractvalue { ptr, i32 } %e, 0
  br label %done
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
