; how does MPI get memory of a device that it may not be able to take?

; irgen lower
; lines with MPI, offload_call, offload_mpi
; and @.offload_call.MPI_Send, @.offload_mpi_drivers
;; define internal i32 @.offload_call.MPI_Send(ptr %0, i32 %1, i32 %2, i32 %3, i32 %4, i32 %5) noinline "offload4j-substitute"="MPI_Send" {
;;   call void @.offload_mpi_require.v1(ptr @.offload_message, ptr @.offload_message.11)
;;   %9 = call i32 @MPI_Type_get_extent(i32 %2, ptr %7, ptr %8)
;;   %12 = call i32 @MPI_Type_get_true_extent(i32 %2, ptr %10, ptr %11)
;;   %13 = call ptr @.offload_mpi_stage.v1(ptr %0, i32 %1, ptr %6, ptr @.offload_mpi_drivers, i64 4)
;;   %14 = call i32 @MPI_Send(ptr %13, i32 %1, i32 %2, i32 %3, i32 %4, i32 %5)
;;   call void @.offload_mpi_unstage.v1(ptr %13, ptr %0, i32 %1, ptr %15, ptr @.offload_mpi_drivers, i64 4, i1 false)
;; }
;; @.offload_mpi_drivers = private constant [4 x { ptr, ptr, ptr, ptr, i32 }] [{ ptr, ptr, ptr, ptr, i32 } { ptr @.offload_symbol.12, ptr @.offload_symbol.13, ptr @.offload_symbol.14, ptr @.offload_symbol.15, i32 1 }, { ptr, ptr, ptr, ptr, i32 } { ptr @.offload_symbol.16, ptr @.offload_symbol.17, ptr @.offload_symbol.18, ptr @.offload_symbol.19, i32 9 }, { ptr, ptr, ptr, ptr, i32 } { ptr @.offload_symbol.20, ptr @.offload_symbol.21, ptr @.offload_symbol.22, ptr @.offload_symbol.23, i32 9 }, { ptr, ptr, ptr, ptr, i32 } { ptr @.offload_symbol.24, ptr @.offload_symbol.25, ptr @.offload_symbol.26, ptr @.offload_symbol.27, i32 9 }]
declare i32 @MPI_Send(ptr, i32, i32, i32, i32, i32)
define i32 @run(ptr %x, i32 %type, i32 %comm) {
  %status = call i32 @MPI_Send(ptr %x, i32 10, i32 %type, i32 1, i32 0, i32 %comm)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 40, i64 1) ]
  ret i32 %status
}
;; define i32 @run(ptr %x, i32 %type, i32 %comm) {
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.MPI_Send, i64 8, i1 false)
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.MPI_Send.begin, ptr @.offload_names.MPI_Send, ptr null)
;;   %status = call i32 @.offload_call.MPI_Send(ptr %x.device, i32 10, i32 %type, i32 1, i32 0, i32 %comm)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.MPI_Send.end, ptr @.offload_names.MPI_Send, ptr null)
;; }
;; @.offload_sizes.MPI_Send = private unnamed_addr constant [1 x i64] zeroinitializer
;; @.offload_maptypes.MPI_Send.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.MPI_Send = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.MPI_Send.end = private unnamed_addr constant [1 x i64] zeroinitializer
