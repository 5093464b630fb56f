; does every thread come to the same call of a barrier?

; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
declare i32 @offload.thread.id(i32)
declare void @offload.barrier()

define void @wait() noinline {
  call void @offload.barrier()
  ret void
}
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; define internal fastcc void @wait() unnamed_addr convergent noinline norecurse nounwind {
;;   tail call void @llvm.nvvm.barrier0()
;;   ret void
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define internal fastcc void @wait() unnamed_addr convergent mustprogress nofree noinline norecurse nounwind willreturn "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   fence syncscope("workgroup") release
;;   tail call void @llvm.amdgcn.s.barrier()
;;   fence syncscope("workgroup") acquire
;;   ret void
;; }

define void @phases(ptr %first, ptr %second, i32 %n) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %some = icmp ult i32 %t, %n
  br i1 %some, label %before, label %together

before:
  store volatile i32 1, ptr %first
  br label %together

together:
  call void @wait()
  br i1 %some, label %after, label %exit

after:
  store volatile i32 1, ptr %second
  br label %exit

exit:
  ret void
}
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; define ptx_kernel void @phases(ptr nocapture readnone %dyn_ptr, ptr %first, ptr %second, i64 %n) local_unnamed_addr convergent norecurse nounwind {
;; entry:
;;   %0 = trunc i64 %n to i32
;;   %1 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %some.i = icmp ult i32 %1, %0
;;   br i1 %some.i, label %before.i, label %together.i
;;
;; before.i:                                         ; preds = %entry
;;   store volatile i32 1, ptr %first, align 4
;;   br label %together.i
;;
;; together.i:                                       ; preds = %before.i, %entry
;;   tail call fastcc void @wait()
;;   br i1 %some.i, label %after.i, label %phases.body.exit
;;
;; after.i:                                          ; preds = %together.i
;;   store volatile i32 1, ptr %second, align 4
;;   br label %phases.body.exit
;;
;; phases.body.exit:                                 ; preds = %together.i, %after.i
;;   ret void
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @phases(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) %first, ptr addrspace(1) %second, i64 %n) local_unnamed_addr convergent nofree norecurse nounwind "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "amdgpu-waves-per-eu"="4,8" "uniform-work-group-size"="false" {
;; entry:
;;   %0 = addrspacecast ptr addrspace(1) %second to ptr
;;   %1 = trunc i64 %n to i32
;;   %2 = tail call i32 @llvm.amdgcn.workitem.id.x()
;;   %some.i = icmp ult i32 %2, %1
;;   br i1 %some.i, label %before.i, label %together.i
;;
;; before.i:                                         ; preds = %entry
;;   %3 = addrspacecast ptr addrspace(1) %first to ptr
;;   store volatile i32 1, ptr %3, align 4
;;   br label %together.i
;;
;; together.i:                                       ; preds = %before.i, %entry
;;   tail call fastcc void @wait()
;;   br i1 %some.i, label %after.i, label %phases.body.exit
;;
;; after.i:                                          ; preds = %together.i
;;   store volatile i32 1, ptr %0, align 4
;;   br label %phases.body.exit
;;
;; phases.body.exit:                                 ; preds = %together.i, %after.i
;;   ret void
;; }
