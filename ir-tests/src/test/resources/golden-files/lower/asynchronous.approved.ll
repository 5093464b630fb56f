; does a task take everything along that its site uses, and does a wait name what the site depends on?

; irgen lower
; and @.offload_task.k
;; define internal i32 @.offload_task.k(i32 %thread, ptr %task) {
;; entry:
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
;;   %0 = getelementptr inbounds i8, ptr %task, i64 40
;;   %x = load ptr, ptr %0, align 8
;;   %1 = getelementptr inbounds i8, ptr %task, i64 48
;;   %bytes = load i64, ptr %1, align 8
;;   %2 = getelementptr inbounds i8, ptr %task, i64 56
;;   %f = load float, ptr %2, align 4
;;   %3 = getelementptr inbounds i8, ptr %task, i64 60
;;   %blocks = load i32, ptr %3, align 4
;;   %4 = icmp eq ptr %x, null
;;   %5 = select i1 %4, i64 0, i64 %bytes
;;   %6 = bitcast float %f to i32
;;   %7 = zext i32 %6 to i64
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store i64 %5, ptr %.offload_sizes, align 8
;;   %8 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store i64 %7, ptr %8, align 8
;;   %9 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store i64 %7, ptr %9, align 8
;;   %10 = insertvalue [3 x i32] poison, i32 %blocks, 0
;;   %11 = insertvalue [3 x i32] %10, i32 1, 1
;;   %12 = insertvalue [3 x i32] %11, i32 1, 2
;;   %13 = icmp slt i32 %blocks, 1
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 2, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr @.offload_names.k, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %12, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 64, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %14 = call i32 @.offload_launch.v1(ptr @1, i64 0, i32 %blocks, i32 64, ptr @.k.region_id, ptr %kernel_args, i1 %13)
;;   call void @.offload_check.v1(i32 %14, ptr @.offload_message, i64 133)
;;   ret i32 0
;; }
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr, float)
declare void @offload.data(...)

define void @run(ptr nonnull %x, float %f, i64 %bytes, i32 %blocks) {
  call void @k(ptr %x, float %f) [ "offload"(i1 false, i64 0), "offload.nowait"(), "offload.depend"(i32 0, i32 3),
    "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 %bytes, i64 3) ]
  call void (...) @offload.data(ptr %x) [ "offload.wait"(i64 0), "offload.depend"(i32 0, i32 1) ]
  ret void
}
;; define void @run(ptr nonnull %x, float %f, i64 %bytes, i32 %blocks) {
;;   %.offload_depends = alloca [1 x { i64, i64, i8 }], align 8
;;   %.offload_depends1 = alloca [1 x { i64, i64, i8 }], align 8
;;   %1 = call i32 @__kmpc_global_thread_num(ptr @1)
;;   %2 = call ptr @__kmpc_omp_target_task_alloc(ptr @1, i32 %1, i32 1, i64 64, i64 0, ptr @.offload_task.k, i64 0)
;;   %3 = getelementptr inbounds i8, ptr %2, i64 40
;;   store ptr %x, ptr %3, align 8
;;   %4 = getelementptr inbounds i8, ptr %2, i64 48
;;   store i64 %bytes, ptr %4, align 8
;;   %5 = getelementptr inbounds i8, ptr %2, i64 56
;;   store float %f, ptr %5, align 4
;;   %6 = getelementptr inbounds i8, ptr %2, i64 60
;;   store i32 %blocks, ptr %6, align 4
;;   %7 = ptrtoint ptr %x to i64
;;   store i64 %7, ptr %.offload_depends, align 8
;;   %8 = getelementptr inbounds i8, ptr %.offload_depends, i64 8
;;   store i64 0, ptr %8, align 8
;;   %9 = getelementptr inbounds i8, ptr %.offload_depends, i64 16
;;   store i8 3, ptr %9, align 8
;;   %10 = call i32 @__kmpc_omp_task_with_deps(ptr @1, i32 %1, ptr %2, i32 1, ptr %.offload_depends, i32 0, ptr null)
;;   %11 = call i32 @__kmpc_global_thread_num(ptr @1)
;;   %12 = ptrtoint ptr %x to i64
;;   store i64 %12, ptr %.offload_depends1, align 8
;;   %13 = getelementptr inbounds i8, ptr %.offload_depends1, i64 8
;;   store i64 0, ptr %13, align 8
;;   %14 = getelementptr inbounds i8, ptr %.offload_depends1, i64 16
;;   store i8 1, ptr %14, align 8
;;   call void @__kmpc_omp_taskwait_deps_51(ptr @1, i32 %11, i32 1, ptr %.offload_depends1, i32 0, ptr null, i32 0)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; @0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
