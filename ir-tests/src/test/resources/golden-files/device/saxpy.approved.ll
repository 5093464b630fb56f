; are noalias, alignment and readonly seen by the optimiser?

; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=2 --target=x86_64
; lines with noalias, load, store, umin, usub, or i64, add i64, .iv, .vec, call
; and @saxpy.row
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; no @saxpy.row
;; irgen device --emit=ll -O=2 --target=x86_64
;; define internal fastcc void @saxpy.row(ptr nocapture readonly %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y, i64 %row) unnamed_addr nofree noinline norecurse nosync nounwind memory(argmem: readwrite, inaccessiblemem: readwrite) {
;;   %2 = load i32, ptr %1, align 4
;;   %12 = or i64 %start4, 1073741823
;;   %14 = tail call i64 @llvm.umin.i64(i64 %13, i64 %9)
;;   %17 = tail call i64 @llvm.usub.sat.i64(i64 %11, i64 %16)
;;   %18 = tail call i64 @llvm.umin.i64(i64 %15, i64 %17)
;;   %19 = add i64 %start4, 4294967295
;;   %20 = add i64 %19, %18
;;   %n.vec = and i64 %23, -8
;;   %24 = add nsw i64 %16, %n.vec
;;   %offset.idx = add i64 %16, %index
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %wide.load = load <4 x float>, ptr %25, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load6 = load <4 x float>, ptr %27, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load7 = load <4 x float>, ptr %26, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %wide.load8 = load <4 x float>, ptr %28, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %29 = fmul <4 x float> %wide.load, %broadcast.splat
;;   %30 = fmul <4 x float> %wide.load6, %broadcast.splat
;;   %31 = fadd <4 x float> %29, %wide.load7
;;   %32 = fadd <4 x float> %30, %wide.load8
;;   store <4 x float> %31, ptr %26, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   store <4 x float> %32, ptr %28, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %33 = icmp eq i64 %index.next, %n.vec
;;   %cmp.n = icmp eq i64 %23, %n.vec
;;   %indvars.iv.ph = phi i64 [ %16, %row1 ], [ %24, %middle.block ]
;;   %indvars.iv = phi i64 [ %indvars.iv.next, %row.body ], [ %indvars.iv.ph, %row.body.preheader ]
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %px.i = getelementptr inbounds nuw float, ptr %x, i64 %indvars.iv
;;   %py.i = getelementptr inbounds nuw float, ptr %y, i64 %indvars.iv
;;   %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %.not3 = icmp eq i64 %indvars.iv, %21
;;   %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
;; }
; lines with noalias, !, fmul, fadd, llvm., .blocks, .row
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define void @saxpy(i64 %n, float %a, ptr noalias readonly align 16 %x, ptr noalias align 16 %y) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %before = mul i32 %block, %threads
  %index = add i32 %before, %thread
  %i = zext i32 %index to i64
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %work, label %exit

work:
  %px = getelementptr inbounds float, ptr %x, i64 %i
  %py = getelementptr inbounds float, ptr %y, i64 %i
  %vx = load float, ptr %px
  %vy = load float, ptr %py
  %product = fmul float %a, %vx
  %sum = fadd float %product, %vy
  store float %sum, ptr %py
  br label %exit

exit:
  ret void
}
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; define ptx_kernel void @saxpy(ptr nocapture readnone %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) {
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %1 = tail call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
;;   %2 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
;;   %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3
;;   %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0
;;   %product.i = fmul float %vx.i, %4
;;   %sum.i = fadd float %product.i, %vy.i
;;   store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @saxpy(ptr nocapture readnone %dyn_ptr, i64 %n, i64 %a, ptr addrspace(1) noalias nocapture readonly align 16 %x, ptr addrspace(1) noalias nocapture align 16 %y) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !1)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !4)
;;   %0 = tail call i32 @llvm.amdgcn.workitem.id.x()
;;   %1 = tail call i32 @llvm.amdgcn.workgroup.id.x()
;;   %2 = tail call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %4 = load i16, ptr addrspace(4) %3, align 4, !noalias !6
;;   %vx.i = load float, ptr addrspace(1) %px.i, align 4, !alias.scope !1, !noalias !4, !amdgpu.noclobber !7
;;   %vy.i = load float, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1, !amdgpu.noclobber !7
;;   %product.i = fmul float %vx.i, %7
;;   %sum.i = fadd float %product.i, %vy.i
;;   store float %sum.i, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1
;; }
;; irgen device --emit=ll -O=2 --target=x86_64
;; define void @saxpy(ptr %dyn_ptr, i64 %n, i64 %a, ptr noalias readonly align 16 %x, ptr noalias align 16 %y) local_unnamed_addr {
;;   tail call fastcc void @saxpy.row(ptr %dyn_ptr, i64 %n, i64 %a, ptr %x, ptr %y, i64 %16)
;; }
