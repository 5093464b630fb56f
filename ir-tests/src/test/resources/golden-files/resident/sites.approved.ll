; which data stays between sites?

; irgen lower --transfers=resident
declare void @f(ptr) nounwind
declare void @k(ptr)
declare void @g(ptr, ptr) nounwind
declare void @reader(ptr readonly) nounwind
; lines with label, :, br, phi, __tgt_target, .offload_data, call void @f, call void @g, call void @reader, omp_get, invoke, ret, memcpy, .offload_sizes, select, icmp, mul

; do two sites share one mapping?
define void @two(ptr noalias nonnull %x) nounwind {
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @two(ptr noalias nonnull %x) nounwind {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   call void @f(ptr %x.device)
;;   call void @f(ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]

; are launches on data that is there nothing but launches?
define void @launches(ptr noalias nonnull %x) nounwind {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 2) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 1) ]
  ret void
}
;; define void @launches(ptr noalias nonnull %x) nounwind {
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %1 = call i32 @__tgt_target_kernel(ptr @4, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   store ptr @.offload_sizes.k, ptr %ArgSizes8, align 8
;;   %2 = call i32 @__tgt_target_kernel(ptr @4, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args3)
;;   store ptr @.offload_sizes.k, ptr %ArgSizes24, align 8
;;   %3 = call i32 @__tgt_target_kernel(ptr @4, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args19)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs17, ptr %.offload_ptrs18, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] zeroinitializer
;; @.k.region_id = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

; does an argument stay while another travels?
define void @one_stays(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @g(ptr %x, ptr %y) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3), "offload.map"(i32 1, i64 64, i64 3) ]
  store i32 0, ptr %y
  call void @g(ptr %x, ptr %y) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3), "offload.map"(i32 1, i64 64, i64 3) ]
  ret void
}
;; define void @one_stays(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.begin, ptr @.offload_names.g, ptr null)
;;   call void @g(ptr %x.device, ptr %y.device)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.end.17, ptr @.offload_names.g, ptr null)
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 2, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.begin.18, ptr @.offload_names.g, ptr null)
;;   call void @g(ptr %x.device, ptr %y.device4)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 2, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.g, ptr @.offload_maptypes.g.end, ptr @.offload_names.g, ptr null)
;;   ret void
;; }
;; @.offload_sizes.g = private unnamed_addr constant [2 x i64] [i64 64, i64 64]
;; @.offload_maptypes.g.begin = private unnamed_addr constant [2 x i64] [i64 65, i64 65]
;; @.offload_names.g = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @7]
;; @.offload_maptypes.g.end.17 = private unnamed_addr constant [2 x i64] [i64 256, i64 2]
;; @.offload_maptypes.g.begin.18 = private unnamed_addr constant [2 x i64] [i64 256, i64 65]
;; @.offload_maptypes.g.end = private unnamed_addr constant [2 x i64] [i64 2, i64 2]

; is what the callee never writes not copied back?
define void @never_written(ptr noalias nonnull %x) nounwind {
  call void @reader(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @never_written(ptr noalias nonnull %x) nounwind {
;;   call void @__tgt_target_data_begin_mapper(ptr @9, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.reader, ptr @.offload_maptypes.reader.begin, ptr @.offload_names.f, ptr null)
;;   call void @reader(ptr %x.device)
;;   call void @__tgt_target_data_end_mapper(ptr @9, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.reader, ptr @.offload_maptypes.reader.end.19, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.reader = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.reader.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_maptypes.reader.end.19 = private unnamed_addr constant [1 x i64] zeroinitializer

; does data go back where the host looks at it, and stay elsewhere?
define i32 @looked_at(ptr noalias nonnull %x, i1 %look) nounwind {
entry:
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  br i1 %look, label %looking, label %on
looking:
  %seen = load i32, ptr %x
  br label %on
on:
  %result = phi i32 [ 0, %entry ], [ %seen, %looking ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret i32 %result
}
;; define i32 @looked_at(ptr noalias nonnull %x, i1 %look) nounwind {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @11, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   call void @f(ptr %x.device)
;;   br i1 %look, label %looking, label %on
;; looking:                                          ; preds = %entry
;;   call void @__tgt_target_data_end_mapper(ptr @11, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr %.resident_maptypes, ptr @.offload_names.f, ptr null)
;;   br label %on
;; on:                                               ; preds = %looking, %entry
;;   %result = phi i32 [ 0, %entry ], [ %seen, %looking ]
;;   %3 = icmp eq i64 %2, 256
;;   %4 = select i1 %3, i64 65, i64 256
;;   call void @.offload_data_begin.v1(i1 %3, ptr @11, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr %.offload_maptypes.begin, ptr @.offload_names.f, ptr null)
;;   %5 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %6 = icmp eq ptr %5, null
;;   %7 = select i1 %6, ptr %x, ptr %5
;;   call void @f(ptr %7)
;;   call void @__tgt_target_data_end_mapper(ptr @11, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret i32 %result
;; }

; irgen lower --transfers=resident --device-pointers=get-mapped-ptr
; do device pointers that are asked for stay where they are?
; lines with label, :, br, phi, __tgt_target, .offload_data, call void @f, call void @g, call void @reader, omp_get, invoke, ret, memcpy, .offload_sizes, select, icmp, mul
declare void @f(ptr) nounwind
define void @run(ptr noalias nonnull %x) nounwind {
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @run(ptr noalias nonnull %x) nounwind {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   %1 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %2 = icmp eq ptr %1, null
;;   %x.device = select i1 %2, ptr %x, ptr %1
;;   call void @f(ptr %x.device)
;;   %5 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %6 = icmp eq ptr %5, null
;;   %x.device3 = select i1 %6, ptr %x, ptr %5
;;   call void @f(ptr %x.device3)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]
