; does each way out of an invoke close the region?

; irgen lower
declare i32 @__gxx_personality_v0(...)
declare i32 @f(ptr)
declare void @k(ptr)
declare void @on_host(ptr)
declare i32 @__CxxFrameHandler3(...)
; lines with call, invoke, label, br, unreachable, landingpad, catch, cleanup, phi, ret, resume, :

define i32 @each_way(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
entry:
  %r = invoke i32 @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ] to label %done unwind label %caught
done:
  ret i32 %r
caught:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}
;; define i32 @each_way(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   %0 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   %r = invoke i32 @f(ptr %x.device)
;;           to label %done unwind label %caught
;; done:                                             ; preds = %entry
;;   %1 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %1, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret i32 %r
;; caught:                                           ; preds = %entry
;;   %e = landingpad { ptr, i32 }
;;           cleanup
;;   %2 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %2, ptr @.offload_message)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   resume { ptr, i32 } %e
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_message = private unnamed_addr constant [67 x i8] c"function 'each_way': error: waiting for 'f' failed with status %d\0A\00", align 1
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]

; do destinations that others lead to get a block in between?
define i32 @others_lead(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
entry:
  %first = invoke i32 @f(ptr %x) to label %next unwind label %caught
next:
  %second = invoke i32 @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ] to label %done unwind label %caught
done:
  %r = phi i32 [ %second, %next ], [ %w, %caught ]
  ret i32 %r
caught:
  %w = phi i32 [ 1, %entry ], [ 2, %next ]
  %e = landingpad { ptr, i32 } catch ptr null
  %object = extractvalue { ptr, i32 } %e, 0
  br label %done
}
;; define i32 @others_lead(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
;; entry:
;;   %first = invoke i32 @f(ptr %x)
;;           to label %next unwind label %offload.unwind.others
;; next:                                             ; preds = %entry
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   %0 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   %second = invoke i32 @f(ptr %x.device)
;;           to label %offload.normal unwind label %offload.unwind
;; offload.normal:                                   ; preds = %next
;;   %1 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %1, ptr @.offload_message.11)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   br label %done
;; done:                                             ; preds = %caught, %offload.normal
;;   %r = phi i32 [ %second, %offload.normal ], [ %w, %caught ]
;;   ret i32 %r
;; offload.unwind:                                   ; preds = %next
;;   %2 = landingpad { ptr, i32 }
;;           catch ptr null
;;   %3 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %3, ptr @.offload_message.11)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   br label %caught
;; offload.unwind.others:                            ; preds = %entry
;;   %4 = phi i32 [ 1, %entry ]
;;   %5 = landingpad { ptr, i32 }
;;           catch ptr null
;;   br label %caught
;; caught:                                           ; preds = %offload.unwind.others, %offload.unwind
;;   %w = phi i32 [ 2, %offload.unwind ], [ %4, %offload.unwind.others ]
;;   %e = phi { ptr, i32 } [ %2, %offload.unwind ], [ %5, %offload.unwind.others ]
;;   br label %done
;; }
;; @.offload_message.11 = private unnamed_addr constant [70 x i8] c"function 'others_lead': error: waiting for 'f' failed with status %d\0A\00", align 1

; is a launch followed by a jump to where the invoke returns?
define void @launch(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
entry:
  invoke void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ] to label %done unwind label %caught
done:
  ret void
caught:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}
;; define void @launch(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
;; entry:
;;   %0 = call i32 @omp_get_default_device()
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %2 = call i32 @__tgt_target_kernel(ptr @6, i64 %1, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %2, ptr @.offload_message.12, i64 136)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   br label %done
;; done:                                             ; preds = %entry
;;   ret void
;; caught:                                           ; No predecessors!
;;   %e = landingpad { ptr, i32 }
;;           cleanup
;;   resume { ptr, i32 } %e
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.k.region_id = internal constant i8 0
;; @.offload_message.12 = private unnamed_addr constant [137 x i8] c"function 'launch': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]

; does a fallback that may throw take the place of the invoke?
define void @fallback(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
entry:
  invoke void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3), "offload.fallback"(ptr @on_host) ] to label %done unwind label %caught
done:
  ret void
caught:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}
;; define void @fallback(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
;; entry:
;;   %0 = call i32 @omp_get_default_device()
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %2 = call i32 @__tgt_target_kernel(ptr @8, i64 %1, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   invoke void @.offload_fallback.on_host(i32 %2, ptr %x)
;;           to label %done unwind label %caught
;; done:                                             ; preds = %entry
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   ret void
;; caught:                                           ; preds = %entry
;;   %e = landingpad { ptr, i32 }
;;           cleanup
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   resume { ptr, i32 } %e
;; }

; does an exception reach a funclet through a cleanup?
define i32 @funclet(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
entry:
  %r = invoke i32 @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ] to label %done unwind label %dispatch
done:
  ret i32 %r
dispatch:
  %s = catchswitch within none [label %handler] unwind to caller
handler:
  %h = catchpad within %s [ptr null, i32 64, ptr null]
  catchret from %h to label %after
after:
  ret i32 0
}
;; define i32 @funclet(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
;; entry:
;;   call void @__tgt_target_data_begin_mapper(ptr @10, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   %0 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   %r = invoke i32 @f(ptr %x.device)
;;           to label %done unwind label %offload.unwind
;; done:                                             ; preds = %entry
;;   %1 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place)
;;   call void @.offload_status.v1(i32 %1, ptr @.offload_message.13)
;;   call void @__tgt_target_data_end_mapper(ptr @10, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   ret i32 %r
;; offload.unwind:                                   ; preds = %entry
;;   %2 = cleanuppad within none []
;;   %3 = call i32 @.offload_leave.v1(ptr %0, ptr %.offload_place) [ "funclet"(token %2) ]
;;   call void @.offload_status.v1(i32 %3, ptr @.offload_message.13) [ "funclet"(token %2) ]
;;   call void @__tgt_target_data_end_mapper(ptr @10, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null) [ "funclet"(token %2) ]
;;   cleanupret from %2 unwind label %dispatch
;; dispatch:                                         ; preds = %offload.unwind
;;   %s = catchswitch within none [label %handler] unwind to caller
;; handler:                                          ; preds = %dispatch
;;   %h = catchpad within %s [ptr null, i32 64, ptr null]
;;   catchret from %h to label %after
;; after:                                            ; preds = %handler
;;   ret i32 0
;; }
;; @.offload_message.13 = private unnamed_addr constant [66 x i8] c"function 'funclet': error: waiting for 'f' failed with status %d\0A\00", align 1
