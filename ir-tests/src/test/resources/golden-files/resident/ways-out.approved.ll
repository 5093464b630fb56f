; is data unmapped on every way out?

; irgen lower --transfers=resident
declare void @f(ptr) nounwind
declare i32 @personality(...)
declare void @thrower(ptr)
declare void @reader(ptr readonly) nounwind
; lines with label, :, br, phi, __tgt_target, .offload_data, call void @f, call void @g, call void @reader, omp_get, invoke, ret, memcpy, .offload_sizes, select, icmp, mul

define i32 @early(ptr noalias nonnull %x, i32 %n) nounwind {
entry:
  br label %body
body:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %stop = icmp eq i32 %i, 7
  br i1 %stop, label %early, label %on
on:
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit
early:
  ret i32 1
exit:
  ret i32 0
}
;; define i32 @early(ptr noalias nonnull %x, i32 %n) nounwind {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   br label %body
;; body:                                             ; preds = %on, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %on ]
;;   call void @f(ptr %0)
;;   %stop = icmp eq i32 %i, 7
;;   br i1 %stop, label %early, label %on
;; on:                                               ; preds = %body
;;   %more = icmp slt i32 %next, %n
;;   br i1 %more, label %body, label %exit
;; early:                                            ; preds = %body
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret i32 1
;; exit:                                             ; preds = %on
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret i32 0
;; }
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]

; is data unmapped when an exception is caught?
define void @caught(ptr noalias nonnull %x, i32 %n) nounwind personality ptr @personality {
entry:
  br label %body
body:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  invoke void @thrower(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ] to label %on unwind label %thrown
on:
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit
thrown:
  %caught = landingpad { ptr, i32 } catch ptr null
  ret void
exit:
  ret void
}
;; define void @caught(ptr noalias nonnull %x, i32 %n) nounwind personality ptr @personality {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.thrower.begin, ptr @.offload_names.f, ptr null)
;;   br label %body
;; body:                                             ; preds = %on, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %on ]
;;   invoke void @thrower(ptr %0)
;;           to label %on unwind label %thrown
;; on:                                               ; preds = %body
;;   %more = icmp slt i32 %next, %n
;;   br i1 %more, label %body, label %exit
;; thrown:                                           ; preds = %body
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.thrower, ptr @.offload_maptypes.thrower.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; exit:                                             ; preds = %on
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.thrower.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_maptypes.thrower.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_sizes.thrower = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.thrower.end = private unnamed_addr constant [1 x i64] [i64 2]

; does a cycle with two entries decide when it runs?
define void @two_entries(ptr noalias nonnull %x, i1 %which, i32 %n) nounwind {
entry:
  br i1 %which, label %first, label %second
first:
  %i = phi i32 [ 0, %entry ], [ %next, %second ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  br label %second
second:
  %j = phi i32 [ 0, %entry ], [ %i, %first ]
  call void @reader(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 1) ]
  %next = add i32 %j, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %first, label %exit
exit:
  ret void
}
;; define void @two_entries(ptr noalias nonnull %x, i1 %which, i32 %n) nounwind {
;; entry:
;;   br i1 %which, label %first, label %second
;; first:                                            ; preds = %second, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %second ]
;;   %1 = icmp eq i64 %0, 256
;;   %2 = select i1 %1, i64 65, i64 256
;;   call void @.offload_data_begin.v1(i1 %1, ptr @6, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr %.offload_maptypes.begin, ptr @.offload_names.f, ptr null)
;;   %3 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %4 = icmp eq ptr %3, null
;;   %5 = select i1 %4, ptr %x, ptr %3
;;   call void @f(ptr %5)
;;   br label %second
;; second:                                           ; preds = %first, %entry
;;   %j = phi i32 [ 0, %entry ], [ %i, %first ]
;;   %9 = icmp eq i64 %8, 256
;;   %10 = select i1 %9, i64 65, i64 256
;;   call void @.offload_data_begin.v1(i1 %9, ptr @6, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.reader, ptr %.offload_maptypes.begin5, ptr @.offload_names.f, ptr null)
;;   %12 = icmp eq i64 %11, 256
;;   %13 = select i1 %12, i64 0, i64 %11
;;   %14 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %15 = icmp eq ptr %14, null
;;   %16 = select i1 %15, ptr %x, ptr %14
;;   call void @reader(ptr %16)
;;   %more = icmp slt i32 %next, %n
;;   br i1 %more, label %first, label %exit
;; exit:                                             ; preds = %second
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr %.resident_maptypes, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_sizes.reader = private unnamed_addr constant [1 x i64] [i64 64]
