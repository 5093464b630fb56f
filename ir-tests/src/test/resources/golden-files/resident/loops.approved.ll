; is data mapped in front of loops and unmapped behind them?

; irgen lower --transfers=resident
declare void @f(ptr) nounwind
; lines with label, :, br, phi, __tgt_target, .offload_data, call void @f, call void @g, call void @reader, omp_get, invoke, ret, memcpy, .offload_sizes, select, icmp, mul

; is data mapped in front of a loop and unmapped behind it?
define void @in_front(ptr noalias nonnull %x, i32 %n) nounwind {
entry:
  br label %body
body:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit
exit:
  ret void
}
;; define void @in_front(ptr noalias nonnull %x, i32 %n) nounwind {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   br label %body
;; body:                                             ; preds = %body, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %body ]
;;   call void @f(ptr %0)
;;   %more = icmp slt i32 %next, %n
;;   br i1 %more, label %body, label %exit
;; exit:                                             ; preds = %body
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]

; does a loop that may not run map nothing then?
define void @may_not_run(ptr noalias nonnull %x, i32 %n) nounwind {
entry:
  br label %test
test:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  %more = icmp slt i32 %i, %n
  br i1 %more, label %body, label %exit
body:
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %next = add i32 %i, 1
  br label %test
exit:
  ret void
}
;; define void @may_not_run(ptr noalias nonnull %x, i32 %n) nounwind {
;; entry:
;;   br label %test
;; test:                                             ; preds = %body, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %body ]
;;   %more = icmp slt i32 %i, %n
;;   br i1 %more, label %body, label %exit
;; body:                                             ; preds = %test
;;   %1 = icmp eq i64 %0, 256
;;   %2 = select i1 %1, i64 65, i64 256
;;   call void @.offload_data_begin.v1(i1 %1, ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr %.offload_maptypes.begin, ptr @.offload_names.f, ptr null)
;;   %3 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %4 = icmp eq ptr %3, null
;;   %5 = select i1 %4, ptr %x, ptr %3
;;   call void @f(ptr %5)
;;   br label %test
;; exit:                                             ; preds = %test
;;   %9 = icmp ne i64 %8, 256
;;   call void @.offload_data_end.v1(i1 %9, ptr @4, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr %.resident_maptypes, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]

; does the edge into a loop get a block where others leave the same block?
define void @shared_edge(ptr noalias nonnull %x, i32 %n) nounwind {
entry:
  %any = icmp sgt i32 %n, 0
  br i1 %any, label %body, label %exit
body:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit
exit:
  ret void
}
;; define void @shared_edge(ptr noalias nonnull %x, i32 %n) nounwind {
;; entry:
;;   %any = icmp sgt i32 %n, 0
;;   br i1 %any, label %offload.resident, label %exit
;; offload.resident:                                 ; preds = %entry
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   br label %body
;; body:                                             ; preds = %body, %offload.resident
;;   %i = phi i32 [ 0, %offload.resident ], [ %next, %body ]
;;   call void @f(ptr %0)
;;   %more = icmp slt i32 %next, %n
;;   br i1 %more, label %body, label %exit
;; exit:                                             ; preds = %body, %entry
;;   %4 = icmp ne i64 %3, 256
;;   call void @.offload_data_end.v1(i1 %4, ptr @6, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr %.resident_maptypes, ptr @.offload_names.f, ptr null)
;;   ret void
;; }

; is data mapped in front of the outermost loop?
define void @outermost(ptr noalias nonnull %x, i32 %n) nounwind {
entry:
  br label %outer
outer:
  %i = phi i32 [ 0, %entry ], [ %i.next, %behind ]
  br label %inner
inner:
  %j = phi i32 [ 0, %outer ], [ %j.next, %inner ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %j.next = add i32 %j, 1
  %j.more = icmp slt i32 %j.next, %n
  br i1 %j.more, label %inner, label %behind
behind:
  %i.next = add i32 %i, 1
  %i.more = icmp slt i32 %i.next, %n
  br i1 %i.more, label %outer, label %exit
exit:
  ret void
}
;; define void @outermost(ptr noalias nonnull %x, i32 %n) nounwind {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   br label %outer
;; outer:                                            ; preds = %behind, %entry
;;   %i = phi i32 [ 0, %entry ], [ %i.next, %behind ]
;;   br label %inner
;; inner:                                            ; preds = %inner, %outer
;;   %j = phi i32 [ 0, %outer ], [ %j.next, %inner ]
;;   call void @f(ptr %0)
;;   %j.more = icmp slt i32 %j.next, %n
;;   br i1 %j.more, label %inner, label %behind
;; behind:                                           ; preds = %inner
;;   %i.more = icmp slt i32 %i.next, %n
;;   br i1 %i.more, label %outer, label %exit
;; exit:                                             ; preds = %behind
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }

; is a size that is computed in the loop computed in front of it?
define void @computed_size(ptr noalias nonnull %x, i64 %n) nounwind {
entry:
  br label %body
body:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %bytes = mul i64 %n, 4
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  %next = add i64 %i, 1
  %more = icmp slt i64 %next, %n
  br i1 %more, label %body, label %exit
exit:
  ret void
}
;; define void @computed_size(ptr noalias nonnull %x, i64 %n) nounwind {
;; entry:
;;   %0 = mul i64 %n, 4
;;   call void @__tgt_target_data_begin_mapper(ptr @10, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   br label %body
;; body:                                             ; preds = %body, %entry
;;   %i = phi i64 [ 0, %entry ], [ %next, %body ]
;;   %bytes = mul i64 %n, 4
;;   %2 = icmp ne i64 %bytes, 0
;;   %3 = select i1 %2, ptr %1, ptr null
;;   call void @f(ptr %1)
;;   %more = icmp slt i64 %next, %n
;;   br i1 %more, label %body, label %exit
;; exit:                                             ; preds = %body
;;   call void @__tgt_target_data_end_mapper(ptr @10, i64 0, i32 1, ptr %.resident_baseptrs, ptr %.resident_ptrs, ptr %.resident_sizes, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; }
