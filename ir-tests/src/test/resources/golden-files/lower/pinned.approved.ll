; does a site pin what it maps, and a loop pin once?

; irgen lower --pin=auto
; and @.offload_data_begin.pinned4194304.v1
;; define linkonce_odr hidden void @.offload_data_begin.pinned4194304.v1(i1 %0, ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9) noinline "offload4j-helper"="data_begin.v1" {
;; entry:
;;   br i1 %0, label %needed, label %done
;;
;; needed:                                           ; preds = %entry
;;   call void @.offload_pins_each.v1(i32 %3, ptr %5, ptr %6, ptr %7, i64 4194304, i64 256, ptr @.offload_pins_names)
;;   call void @.offload_pins_share.v1(i32 %3, ptr %5, ptr %6)
;;   call void @__tgt_target_data_begin_mapper(ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9)
;;   call void @.offload_pins_unshare.v1()
;;   br label %done
;;
;; done:                                             ; preds = %needed, %entry
;;   ret void
;; }
; and @.offload_data_end.pinned4194304.v1
;; define linkonce_odr hidden void @.offload_data_end.pinned4194304.v1(i1 %0, ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9) noinline "offload4j-helper"="data_end.v1" {
;; entry:
;;   br i1 %0, label %needed, label %done
;;
;; needed:                                           ; preds = %entry
;;   call void @.offload_pins_share.v1(i32 %3, ptr %5, ptr %6)
;;   call void @__tgt_target_data_end_mapper(ptr %1, i64 %2, i32 %3, ptr %4, ptr %5, ptr %6, ptr %7, ptr %8, ptr %9)
;;   call void @.offload_pins_unshare.v1()
;;   call void @.offload_pins_each.v1(i32 %3, ptr %5, ptr %6, ptr %7, i64 4194304, i64 256, ptr null)
;;   br label %done
;;
;; done:                                             ; preds = %needed, %entry
;;   ret void
;; }
; and @.offload_pin.4194304.v1
;; define linkonce_odr hidden void @.offload_pin.4194304.v1(ptr %0, ptr %1, i64 %2) noinline "offload4j-helper"="pin.v1" {
;; entry:
;;   call void @.offload_pins_keep.v1(ptr %0, ptr %1, i64 %2, i64 4194304, ptr @.offload_pins_names)
;;   ret void
;; }
; and @.offload_unpin.v1
;; define linkonce_odr hidden void @.offload_unpin.v1(ptr %0) noinline "offload4j-helper"="unpin.v1" {
;; entry:
;;   call void @.offload_pins_give_back.v1(ptr %0)
;;   ret void
;; }
target triple = "x86_64-unknown-linux-gnu"

declare void @increment(ptr) nounwind

define void @rounds(ptr noalias nonnull %y, i32 %n) nounwind {
entry:
  br label %round

round:
  %i = phi i32 [ 0, %entry ], [ %next, %round ]
  call void @increment(ptr %y) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 256, i32 1, i32 1), "offload.map"(i32 0, i64 8388608, i64 3) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, %n
  br i1 %more, label %round, label %done

done:
  ret void
}
;; define void @rounds(ptr noalias nonnull %y, i32 %n) nounwind {
;; entry:
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %.offload_pinned = alloca { ptr, i64 }, align 8
;;   store ptr null, ptr %.offload_pinned, align 8
;;   br label %round
;;
;; round:                                            ; preds = %round, %entry
;;   %i = phi i32 [ 0, %entry ], [ %next, %round ]
;;   store ptr %y, ptr %.offload_baseptrs, align 8
;;   store ptr %y, ptr %.offload_ptrs, align 8
;;   call void @.offload_pin.4194304.v1(ptr %.offload_pinned, ptr %y, i64 8388608)
;;   call void @.offload_data_begin.pinned4194304.v1(i1 true, ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.increment, ptr @.offload_maptypes.increment.begin, ptr @.offload_names.increment, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 1, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.increment, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.increment.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr @.offload_names.increment, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 4, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 256, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %0 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 256, ptr @.increment.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %0, ptr @.offload_message, i64 144)
;;   call void @.offload_data_end.pinned4194304.v1(i1 true, ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.increment, ptr @.offload_maptypes.increment.end, ptr @.offload_names.increment, ptr null)
;;   %next = add i32 %i, 1
;;   %more = icmp ult i32 %next, %n
;;   br i1 %more, label %round, label %done
;;
;; done:                                             ; preds = %round
;;   call void @.offload_unpin.v1(ptr %.offload_pinned)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 21, ptr @0 }, align 8
;; @.offload_sizes.increment = private unnamed_addr constant [1 x i64] [i64 8388608]
;; @.offload_maptypes.increment.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.increment = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.increment.kernel = private unnamed_addr constant [1 x i64] [i64 32]
;; @.increment.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [145 x i8] c"function 'rounds': error: the offload runtime did not launch kernel 'increment': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @.offload_maptypes.increment.end = private unnamed_addr constant [1 x i64] [i64 2]
;; @0 = private unnamed_addr constant [22 x i8] c";unknown;rounds;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";y;unknown;0;0;;\00", align 1
