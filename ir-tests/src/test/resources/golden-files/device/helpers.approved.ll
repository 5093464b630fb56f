; are helper functions hidden, and unused ones gone?

; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
declare i32 @offload.thread.id(i32)

define i32 @square(i32 %n) noinline {
  %v = mul i32 %n, %n
  ret i32 %v
}
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define internal fastcc i32 @square(i32 %n) unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) {
;;   %v = mul i32 %n, %n
;;   ret i32 %v
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define internal fastcc i32 @square(i32 %n) unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   %v = mul i32 %n, %n
;;   ret i32 %v
;; }

define weak_odr i32 @square_of_thread() noinline {
  %thread = call i32 @offload.thread.id(i32 0)
  %v = call i32 @square(i32 %thread)
  ret i32 %v
}
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define internal fastcc i32 @square_of_thread() unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) {
;;   %1 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %v = tail call fastcc i32 @square(i32 %1)
;;   ret i32 %v
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define internal fastcc i32 @square_of_thread() unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   %1 = tail call i32 @llvm.amdgcn.workitem.id.x()
;;   %v = tail call fastcc i32 @square(i32 %1)
;;   ret i32 %v
;; }

define hidden i32 @unused(i32 %n) {
  ret i32 %n }

define void @squares(ptr %out) "offload-kernel" {
  %thread = call i32 @offload.thread.id(i32 0)
  %v = call i32 @square_of_thread()
  %p = getelementptr i32, ptr %out, i32 %thread
  store i32 %v, ptr %p
  ret void
}
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define ptx_kernel void @squares(ptr nocapture readnone %dyn_ptr, ptr nocapture writeonly %out) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) {
;; entry:
;;   %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %v.i = tail call fastcc i32 @square_of_thread()
;;   %1 = zext nneg i32 %0 to i64
;;   %p.i = getelementptr i32, ptr %out, i64 %1
;;   store i32 %v.i, ptr %p.i, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @squares(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) nocapture writeonly %out) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "amdgpu-waves-per-eu"="4,8" "uniform-work-group-size"="false" {
;; entry:
;;   %0 = tail call i32 @llvm.amdgcn.workitem.id.x()
;;   %v.i = tail call fastcc i32 @square_of_thread()
;;   %1 = sext i32 %0 to i64
;;   %p.i = getelementptr i32, ptr addrspace(1) %out, i64 %1
;;   store i32 %v.i, ptr addrspace(1) %p.i, align 4
;;   ret void
;; }

define void @square_of(ptr %out, i32 %n) "offload-kernel" {
  %v = call i32 @square(i32 %n)
  store i32 %v, ptr %out
  ret void
}
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define ptx_kernel void @square_of(ptr nocapture readnone %dyn_ptr, ptr nocapture writeonly initializes((0, 4)) %out, i64 %n) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) {
;; entry:
;;   %0 = trunc i64 %n to i32
;;   %v.i = tail call fastcc i32 @square(i32 %0)
;;   store i32 %v.i, ptr %out, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @square_of(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) nocapture writeonly initializes((0, 4)) %out, i64 %n) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "amdgpu-waves-per-eu"="4,8" "uniform-work-group-size"="false" {
;; entry:
;;   %0 = trunc i64 %n to i32
;;   %v.i = tail call fastcc i32 @square(i32 %0)
;;   store i32 %v.i, ptr addrspace(1) %out, align 4
;;   ret void
;; }

; and @square
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define internal fastcc i32 @square(i32 %n) unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) {
;;   %v = mul i32 %n, %n
;;   ret i32 %v
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define internal fastcc i32 @square(i32 %n) unnamed_addr mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   %v = mul i32 %n, %n
;;   ret i32 %v
;; }
