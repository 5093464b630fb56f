; how is the driver told to wait, and when?

; irgen lower --sync=spin
; and @.offload_synchronization, @.offload_text, @.offload_text.1, @.offload_text.2, @.offload_text.3, @.offload_text.4, @.offload_text.5, @dlopen, @dlsym, @.omp_offloading.descriptor_reg
;; define internal void @.offload_synchronization() section ".text.startup" {
;; entry:
;;   %count = alloca i32, align 4
;;   %device = alloca i32, align 4
;;   %context = alloca ptr, align 8
;;   %driver = call ptr @dlopen(ptr @.offload_text, i32 2)
;;   %0 = icmp eq ptr %driver, null
;;   br i1 %0, label %done, label %found
;;
;; found:                                            ; preds = %entry
;;   %cuInit = call ptr @dlsym(ptr %driver, ptr @.offload_text.1)
;;   %1 = icmp eq ptr %cuInit, null
;;   %cuDeviceGetCount = call ptr @dlsym(ptr %driver, ptr @.offload_text.2)
;;   %2 = icmp eq ptr %cuDeviceGetCount, null
;;   %3 = or i1 %1, %2
;;   %cuDeviceGet = call ptr @dlsym(ptr %driver, ptr @.offload_text.3)
;;   %4 = icmp eq ptr %cuDeviceGet, null
;;   %5 = or i1 %3, %4
;;   %cuDevicePrimaryCtxSetFlags_v2 = call ptr @dlsym(ptr %driver, ptr @.offload_text.4)
;;   %6 = icmp eq ptr %cuDevicePrimaryCtxSetFlags_v2, null
;;   %7 = or i1 %5, %6
;;   %cuDevicePrimaryCtxRetain = call ptr @dlsym(ptr %driver, ptr @.offload_text.5)
;;   %8 = icmp eq ptr %cuDevicePrimaryCtxRetain, null
;;   %9 = or i1 %7, %8
;;   br i1 %9, label %done, label %complete
;;
;; complete:                                         ; preds = %found
;;   %10 = call i32 %cuInit(i32 0)
;;   %11 = icmp eq i32 %10, 0
;;   br i1 %11, label %initialized, label %done
;;
;; initialized:                                      ; preds = %complete
;;   %12 = call i32 %cuDeviceGetCount(ptr %count)
;;   %13 = icmp eq i32 %12, 0
;;   br i1 %13, label %counted, label %done
;;
;; counted:                                          ; preds = %initialized
;;   %end = load i32, ptr %count, align 4
;;   br label %each
;;
;; each:                                             ; preds = %next, %counted
;;   %index = phi i32 [ 0, %counted ], [ %19, %next ]
;;   %14 = icmp slt i32 %index, %end
;;   br i1 %14, label %body, label %done
;;
;; body:                                             ; preds = %each
;;   %15 = call i32 %cuDeviceGet(ptr %device, i32 %index)
;;   %16 = icmp eq i32 %15, 0
;;   br i1 %16, label %present, label %next
;;
;; present:                                          ; preds = %body
;;   %handle = load i32, ptr %device, align 4
;;   %17 = call i32 %cuDevicePrimaryCtxSetFlags_v2(i32 %handle, i32 1)
;;   %18 = call i32 %cuDevicePrimaryCtxRetain(ptr %context, i32 %handle)
;;   br label %next
;;
;; next:                                             ; preds = %present, %body
;;   %19 = add i32 %index, 1
;;   br label %each
;;
;; done:                                             ; preds = %each, %initialized, %complete, %found, %entry
;;   ret void
;; }
;; @.offload_text = private unnamed_addr constant [13 x i8] c"libcuda.so.1\00", align 1
;; @.offload_text.1 = private unnamed_addr constant [7 x i8] c"cuInit\00", align 1
;; @.offload_text.2 = private unnamed_addr constant [17 x i8] c"cuDeviceGetCount\00", align 1
;; @.offload_text.3 = private unnamed_addr constant [12 x i8] c"cuDeviceGet\00", align 1
;; @.offload_text.4 = private unnamed_addr constant [30 x i8] c"cuDevicePrimaryCtxSetFlags_v2\00", align 1
;; @.offload_text.5 = private unnamed_addr constant [25 x i8] c"cuDevicePrimaryCtxRetain\00", align 1
;; declare ptr @dlopen(ptr, i32)
;; declare ptr @dlsym(ptr, ptr) nounwind
;; define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
;; entry:
;;   call void @.offload_synchronization()
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
;;   ret void
;; }
target triple = "x86_64-unknown-linux-gnu"
declare void @k()
; lines with @__tgt_target_kernel(
define void @run() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0

; irgen lower --sync=yield --registration=explicit
; irgen lower --sync=spin --registration=linker-wrapper
; lines with call i32
; and @.offload_synchronization
;; irgen lower --sync=yield --registration=explicit
;; define internal void @.offload_synchronization() section ".text.startup" {
;;   %10 = call i32 %cuInit(i32 0)
;;   %12 = call i32 %cuDeviceGetCount(ptr %count)
;;   %15 = call i32 %cuDeviceGet(ptr %device, i32 %index)
;;   %17 = call i32 %cuDevicePrimaryCtxSetFlags_v2(i32 %handle, i32 2)
;;   %18 = call i32 %cuDevicePrimaryCtxRetain(ptr %context, i32 %handle)
;; }
;; irgen lower --sync=spin --registration=linker-wrapper
;; define internal void @.offload_synchronization() section ".text.startup" {
;;   %10 = call i32 %cuInit(i32 0)
;;   %12 = call i32 %cuDeviceGetCount(ptr %count)
;;   %15 = call i32 %cuDeviceGet(ptr %device, i32 %index)
;;   %17 = call i32 %cuDevicePrimaryCtxSetFlags_v2(i32 %handle, i32 1)
;;   %18 = call i32 %cuDevicePrimaryCtxRetain(ptr %context, i32 %handle)
;; }
; every line
; and @offload4j.register, @offload4j.unregister, @llvm.global_ctors
;; irgen lower --sync=yield --registration=explicit
;; define void @offload4j.register() section ".text.startup" {
;; entry:
;;   call void @.offload_synchronization()
;;   call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;; define void @offload4j.unregister() section ".text.startup" {
;; entry:
;;   call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
;;   ret void
;; }
;; no @llvm.global_ctors
;; irgen lower --sync=spin --registration=linker-wrapper
;; no @offload4j.register
;; no @offload4j.unregister
;; @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 100, ptr @.offload_synchronization, ptr null }]
target triple = "x86_64-unknown-linux-gnu"
declare void @k()
; lines with @__tgt_target_kernel(
define void @run() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; irgen lower --sync=yield --registration=explicit
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0
;; irgen lower --sync=spin --registration=linker-wrapper
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = weak constant i8 0
