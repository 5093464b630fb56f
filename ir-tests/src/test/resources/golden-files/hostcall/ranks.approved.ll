; what is a communicator asked before a call that is given its number of ranks, and with the data on its device?

; irgen emit
offloads:
  - {name: gather, library: nccl, callee: allGather, constants: {datatype: int32}}
; lines with define, communicator, begin_mapper, @ncclAllGather
; and @gather, @.offload_message
;; define i32 @gather(ptr %sendbuff, ptr %recvbuff, i64 %sendcount, ptr %comm, ptr %stream, i32 %ranks) {
;;   call void @.offload_communicator_check.v1(ptr @ncclCommCount, ptr %comm, i32 %ranks, ptr @.offload_message)
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %23, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.ncclAllGather.begin, ptr @.offload_names.ncclAllGather, ptr null)
;;   call void @.offload_check_communicator.v1(ptr %comm, ptr %recvbuff.device, ptr @.offload_message.11, ptr @.offload_message.12)
;;   %46 = call i32 @ncclAllGather(ptr %sendbuff.device, ptr %recvbuff.device, i64 %sendcount, i32 2, ptr %comm, ptr %stream)
;; }
;; @.offload_message = private unnamed_addr constant [103 x i8] c"offload4j: <stdin>:2:5: 'ncclAllGather' is given ranks = %d, and its communicator has %d, in 'gather'\0A\00", align 1
