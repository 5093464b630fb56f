; where is waited for calls that leave their work on streams, and what do they remember?

; irgen emit
offloads:
  - name: run
    parameters:
      - {name: x, type: ptr, map: tofrom, pointee: "[8 x i32]"}
      - {name: handle, type: ptr, pass: host}
      - {name: plan, type: i32}
    calls:
      - {callee: gemm, host: true, returns: i32, stream: handle, arguments: [handle, x]}
      - {callee: gemm, host: true, returns: i32, stream: handle, arguments: [handle, x]}
      - {callee: k, grid: 1, block: 8, arguments: [x]}
      - {callee: fft, host: true, returns: i32, stream: plan, arguments: [plan, x]}
; lines with define, offload_working, offload_stream, call, icmp ne, or i1, and i1, br
; and @run, @.offload_wait.cuda.v1, @.offload_restore.v1
;; define void @run(ptr %x, ptr %handle, i32 %plan) {
;;   %.offload_working = alloca ptr, align 8
;;   %.offload_stream = alloca i64, align 8
;;   store ptr null, ptr %.offload_working, align 8
;;   store i64 0, ptr %.offload_stream, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.run, i64 8, i1 false)
;;   %0 = call i32 @omp_get_default_device()
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.run.begin, ptr @.offload_names.run, ptr null)
;;   %4 = icmp ne i64 %3, 0
;;   %7 = load ptr, ptr %.offload_working, align 8
;;   %8 = load i64, ptr %.offload_stream, align 8
;;   %9 = icmp ne ptr %7, %5
;;   %10 = icmp ne i64 %8, %6
;;   %11 = or i1 %9, %10
;;   %12 = icmp ne ptr %7, null
;;   %13 = and i1 %11, %12
;;   %14 = call i32 @.offload_wait.cuda.v1(i1 %13, ptr %7)
;;   call void @.offload_status.v1(i32 %14, ptr %15)
;;   store ptr %5, ptr %.offload_working, align 8
;;   store i64 %6, ptr %.offload_stream, align 8
;;   %16 = call ptr @.offload_enter.cuda.v1(ptr %5, ptr %.offload_place)
;;   %18 = icmp ne ptr %5, null
;;   call void @.offload_check.v1(i32 %20, ptr @.offload_message.4, i64 159)
;;   %21 = call i32 @gemm(ptr %handle, ptr %x.device)
;;   call void @.offload_status.v1(i32 %21, ptr @.offload_message.5)
;;   call void @.offload_restore.v1(ptr %16, ptr %.offload_place)
;;   %22 = icmp ne i64 %3, 0
;;   %25 = load ptr, ptr %.offload_working, align 8
;;   %26 = load i64, ptr %.offload_stream, align 8
;;   %27 = icmp ne ptr %25, %23
;;   %28 = icmp ne i64 %26, %24
;;   %29 = or i1 %27, %28
;;   %30 = icmp ne ptr %25, null
;;   %31 = and i1 %29, %30
;;   %32 = call i32 @.offload_wait.cuda.v1(i1 %31, ptr %25)
;;   call void @.offload_status.v1(i32 %32, ptr %33)
;;   store ptr %23, ptr %.offload_working, align 8
;;   store i64 %24, ptr %.offload_stream, align 8
;;   %34 = call ptr @.offload_enter.cuda.v1(ptr %23, ptr %.offload_place1)
;;   %36 = icmp ne ptr %23, null
;;   call void @.offload_check.v1(i32 %38, ptr @.offload_message.7, i64 159)
;;   %39 = call i32 @gemm(ptr %handle, ptr %x.device)
;;   call void @.offload_status.v1(i32 %39, ptr @.offload_message.8)
;;   call void @.offload_restore.v1(ptr %34, ptr %.offload_place1)
;;   %40 = load ptr, ptr %.offload_working, align 8
;;   %41 = icmp ne ptr %40, null
;;   %42 = call i32 @.offload_wait.cuda.v1(i1 %41, ptr %40)
;;   call void @.offload_status.v1(i32 %42, ptr %43)
;;   store ptr null, ptr %.offload_working, align 8
;;   %44 = call i32 @omp_get_default_device()
;;   %46 = call i32 @__tgt_target_kernel(ptr @4, i64 %45, i32 1, i32 8, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %46, ptr @.offload_message.9, i64 131)
;;   %47 = icmp ne i64 %3, 0
;;   %50 = load ptr, ptr %.offload_working, align 8
;;   %51 = load i64, ptr %.offload_stream, align 8
;;   %52 = icmp ne ptr %50, %48
;;   %53 = icmp ne i64 %51, %49
;;   %54 = or i1 %52, %53
;;   %55 = icmp ne ptr %50, null
;;   %56 = and i1 %54, %55
;;   %57 = call i32 @.offload_wait.cuda.v1(i1 %56, ptr %50)
;;   call void @.offload_status.v1(i32 %57, ptr %58)
;;   store ptr %48, ptr %.offload_working, align 8
;;   store i64 %49, ptr %.offload_stream, align 8
;;   %59 = call ptr @.offload_enter.cuda.v1(ptr %48, ptr %.offload_place4)
;;   %61 = icmp ne ptr %48, null
;;   call void @.offload_check.v1(i32 %63, ptr @.offload_message.11, i64 159)
;;   %64 = call i32 @fft(i32 %plan, ptr %x.device)
;;   call void @.offload_status.v1(i32 %64, ptr @.offload_message.12)
;;   call void @.offload_restore.v1(ptr %59, ptr %.offload_place4)
;;   %65 = load ptr, ptr %.offload_working, align 8
;;   %66 = icmp ne ptr %65, null
;;   %67 = call i32 @.offload_wait.cuda.v1(i1 %66, ptr %65)
;;   call void @.offload_status.v1(i32 %67, ptr %68)
;;   store ptr null, ptr %.offload_working, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.run.end, ptr @.offload_names.run, ptr null)
;; }
;; define linkonce_odr hidden i32 @.offload_wait.cuda.v1(i1 %0, ptr %1) noinline "offload4j-helper"="wait.v1" {
;;   br i1 %0, label %wait, label %none
;;   %3 = call ptr @.offload_enter.cuda.v1(ptr %1, ptr %2)
;;   %4 = call i32 @.offload_leave.v1(ptr %3, ptr %2)
;; }
;; define linkonce_odr hidden void @.offload_restore.v1(ptr %0, ptr %1) noinline "offload4j-helper"="restore.v1" {
;;   br i1 %2, label %none, label %entered
;;   %6 = call i32 %5(ptr %3)
;; }
