; are an enter, an update and an exit spawned as tasks of their own, without dependences as plain ones?

; irgen lower
; and @.offload_task.data
;; define internal i32 @.offload_task.data(i32 %thread, ptr %task) {
;; entry:
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_sizes = alloca [1 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data, i64 8, i1 false)
;;   %0 = getelementptr inbounds i8, ptr %task, i64 40
;;   %x = load ptr, ptr %0, align 8
;;   %1 = icmp eq ptr %x, null
;;   %2 = select i1 %1, i64 0, i64 64
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store i64 %2, ptr %.offload_sizes, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.begin, ptr @.offload_names.data, ptr null)
;;   ret i32 0
;; }
; and @.offload_task.data.1
;; define internal i32 @.offload_task.data.1(i32 %thread, ptr %task) {
;; entry:
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_sizes = alloca [1 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.data, i64 8, i1 false)
;;   %0 = getelementptr inbounds i8, ptr %task, i64 40
;;   %x = load ptr, ptr %0, align 8
;;   %1 = icmp eq ptr %x, null
;;   %2 = select i1 %1, i64 0, i64 64
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store i64 %2, ptr %.offload_sizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.data.end, ptr @.offload_names.data, ptr null)
;;   ret i32 0
;; }
; lines with call, store ptr
target triple = "x86_64-unknown-linux-gnu"

declare void @offload.data(...)

define void @run(ptr nonnull %x) {
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 0), "offload.nowait"(), "offload.depend"(i32 0, i32 3),
    "offload.map"(i32 0, i64 64, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.nowait"(), "offload.map"(i32 0, i64 64, i64 2) ]
  call void (...) @offload.data() [ "offload.wait"(i64 0) ]
  ret void
}
;; define void @run(ptr nonnull %x) {
;;   %1 = call i32 @__kmpc_global_thread_num(ptr @1)
;;   %2 = call ptr @__kmpc_omp_target_task_alloc(ptr @1, i32 %1, i32 1, i64 48, i64 0, ptr @.offload_task.data, i64 0)
;;   store ptr %x, ptr %3, align 8
;;   %7 = call i32 @__kmpc_omp_task_with_deps(ptr @1, i32 %1, ptr %2, i32 1, ptr %.offload_depends, i32 0, ptr null)
;;   %8 = call i32 @__kmpc_global_thread_num(ptr @1)
;;   %9 = call ptr @__kmpc_omp_target_task_alloc(ptr @1, i32 %8, i32 1, i64 48, i64 0, ptr @.offload_task.data.1, i64 0)
;;   store ptr %x, ptr %10, align 8
;;   %11 = call i32 @__kmpc_omp_task(ptr @1, i32 %8, ptr %9)
;;   %12 = call i32 @__kmpc_global_thread_num(ptr @1)
;;   %13 = call i32 @__kmpc_omp_taskwait(ptr @1, i32 %12)
;; }
