; are noalias, alignment and readonly seen by the optimiser?

; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=2 --target=x86_64
; and @saxpy.range
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; no @saxpy.range
;; irgen device --emit=ll -O=2 --target=x86_64
;; define internal void @saxpy.range(ptr nocapture readonly %arguments, ptr %piece) {
;; entry:
;;   %0 = load ptr, ptr %arguments, align 8
;;   %1 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
;;   %2 = load i64, ptr %1, align 8
;;   %3 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
;;   %4 = load i64, ptr %3, align 8
;;   %5 = getelementptr inbounds nuw i8, ptr %arguments, i64 24
;;   %6 = load ptr, ptr %5, align 8
;;   %7 = getelementptr inbounds nuw i8, ptr %arguments, i64 32
;;   %8 = load ptr, ptr %7, align 8
;;   tail call fastcc void @saxpy.blocks(ptr %0, i64 %2, i64 %4, ptr %6, ptr %8, ptr %piece)
;;   ret void
;; }
; lines with phi i64, phi i32, icmp, br , sub, umin, select, add nuw, add nsw, add i64, add i32, and i64, or i64, xor, mul, udiv, urem, call, freeze, shl, noalias
; and @saxpy.blocks
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; no @saxpy.blocks
;; irgen device --emit=ll -O=2 --target=x86_64
;; define internal fastcc void @saxpy.blocks(ptr nocapture readonly %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y, ptr %piece) unnamed_addr noinline {
;;   %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
;;   %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
;;   %15 = freeze i64 %n
;;   br label %take
;;   %16 = icmp ult i64 %first, %end
;;   br i1 %16, label %some, label %over
;;   %17 = icmp eq i64 %first, 0
;;   br i1 %17, label %block.preheader, label %inside
;;   %18 = urem i64 %first, %13
;;   br label %block.preheader
;;   %block.x.ph = phi i32 [ %19, %inside ], [ 0, %some ]
;;   br label %block
;;   %number = phi i64 [ %31, %thread.z.exit ], [ %first, %block.preheader ]
;;   %block.x = phi i32 [ %34, %thread.z.exit ], [ %block.x.ph, %block.preheader ]
;;   %20 = sub i32 %1, %block.x
;;   %22 = sub i64 %end, %number
;;   %23 = tail call i64 @llvm.umin.i64(i64 %22, i64 %21)
;;   %25 = mul nuw nsw i64 %24, %14
;;   %26 = add nuw nsw i64 %23, %24
;;   %27 = mul nuw i64 %26, %14
;;   %28 = icmp ult i64 %25, %27
;;   br label %thread.y.header.preheader
;;   %29 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
;;   br i1 %29, label %take, label %done
;;   %thread.z6 = phi i32 [ 0, %block ], [ %36, %thread.y.exit ]
;;   br label %thread.y.body
;;   %31 = add i64 %23, %number
;;   %32 = add i32 %block.x, %30
;;   %33 = icmp eq i32 %32, %1
;;   %34 = select i1 %33, i32 0, i32 %32
;;   %35 = icmp ult i64 %31, %end
;;   br i1 %35, label %block, label %over
;;   %thread.y5 = phi i32 [ 0, %thread.y.header.preheader ], [ %60, %row.end ]
;;   br i1 %28, label %part, label %row.end
;;   %36 = add nuw i32 %thread.z6, 1
;;   %exitcond8.not = icmp eq i32 %36, %9
;;   br i1 %exitcond8.not, label %thread.z.exit, label %thread.y.header.preheader
;;   %start4 = phi i64 [ %39, %part.next ], [ %25, %thread.y.body ]
;;   %37 = or i64 %start4, 1073741823
;;   %38 = add nuw i64 %37, 1
;;   %39 = tail call i64 @llvm.umin.i64(i64 %38, i64 %27)
;;   %40 = sub i64 %39, %start4
;;   %41 = and i64 %start4, 4294967295
;;   %42 = tail call i64 @llvm.usub.sat.i64(i64 %15, i64 %41)
;;   %43 = tail call i64 @llvm.umin.i64(i64 %40, i64 %42)
;;   %.not = icmp eq i64 %43, 0
;;   br i1 %.not, label %part.next, label %row
;;   %44 = add i64 %start4, 4294967295
;;   %45 = add i64 %44, %43
;;   %46 = and i64 %45, 4294967295
;;   %47 = add nuw nsw i64 %46, 1
;;   %48 = sub nsw i64 %47, %41
;;   %min.iters.check = icmp ult i64 %48, 8
;;   br i1 %min.iters.check, label %row.body.preheader, label %vector.ph
;;   %n.vec = and i64 %48, -8
;;   %49 = add nsw i64 %41, %n.vec
;;   br label %vector.body
;;   %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
;;   %offset.idx = add i64 %41, %index
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %wide.load = load <4 x float>, ptr %50, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load9 = load <4 x float>, ptr %52, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load10 = load <4 x float>, ptr %51, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %wide.load11 = load <4 x float>, ptr %53, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %54 = fmul <4 x float> %wide.load, %broadcast.splat
;;   %55 = fmul <4 x float> %wide.load9, %broadcast.splat
;;   store <4 x float> %56, ptr %51, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   store <4 x float> %57, ptr %53, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %index.next = add nuw i64 %index, 8
;;   %58 = icmp eq i64 %index.next, %n.vec
;;   br i1 %58, label %middle.block, label %vector.body, !llvm.loop !6
;;   %cmp.n = icmp eq i64 %48, %n.vec
;;   br i1 %cmp.n, label %part.next, label %row.body.preheader
;;   %indvars.iv.ph = phi i64 [ %41, %row ], [ %49, %middle.block ]
;;   br label %row.body
;;   %indvars.iv = phi i64 [ %indvars.iv.next, %row.body ], [ %indvars.iv.ph, %row.body.preheader ]
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %product.i = fmul float %vx.i, %11
;;   store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %.not3 = icmp eq i64 %indvars.iv, %46
;;   %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
;;   br i1 %.not3, label %part.next, label %row.body, !llvm.loop !10
;;   %59 = icmp ult i64 %38, %27
;;   br i1 %59, label %part, label %row.end
;;   %60 = add nuw i32 %thread.y5, 1
;;   %exitcond.not = icmp eq i32 %60, %6
;;   br i1 %exitcond.not, label %thread.y.exit, label %thread.y.body
;; }
; every line
; lines with noalias, !, load, store, fmul, fadd, icmp, llvm., br , .blocks
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
;;   %inside.i = icmp ugt i64 %n, %i.i
;;   br i1 %inside.i, label %work.i, label %saxpy.body.exit
;;   %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3
;;   %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0
;;   %product.i = fmul float %vx.i, %4
;;   %sum.i = fadd float %product.i, %vy.i
;;   store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0
;;   br label %saxpy.body.exit
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @saxpy(ptr nocapture readnone %dyn_ptr, i64 %n, i64 %a, ptr addrspace(1) noalias nocapture readonly align 16 %x, ptr addrspace(1) noalias nocapture align 16 %y) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !1)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !4)
;;   %0 = tail call i32 @llvm.amdgcn.workitem.id.x()
;;   %1 = tail call i32 @llvm.amdgcn.workgroup.id.x()
;;   %2 = tail call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %4 = load i16, ptr addrspace(4) %3, align 4, !noalias !6
;;   %inside.i = icmp ugt i64 %n, %i.i
;;   br i1 %inside.i, label %work.i, label %saxpy.body.exit
;;   %vx.i = load float, ptr addrspace(1) %px.i, align 4, !alias.scope !1, !noalias !4, !amdgpu.noclobber !7
;;   %vy.i = load float, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1, !amdgpu.noclobber !7
;;   %product.i = fmul float %vx.i, %7
;;   %sum.i = fadd float %product.i, %vy.i
;;   store float %sum.i, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1
;;   br label %saxpy.body.exit
;; }
;; irgen device --emit=ll -O=2 --target=x86_64
;; define void @saxpy(ptr %dyn_ptr, i64 %n, i64 %a, ptr noalias readonly align 16 %x, ptr noalias align 16 %y) local_unnamed_addr {
;;   %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
;;   br i1 %0, label %without.bounds, label %start
;;   %1 = tail call i64 @write(i32 2, ptr nonnull @.offload_message, i64 148)
;;   %3 = load i32, ptr %2, align 4
;;   %5 = load i32, ptr %4, align 4
;;   %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
;;   %8 = load i32, ptr %7, align 4
;;   %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
;;   %15 = icmp ugt i64 %14, 1
;;   br i1 %15, label %several, label %one
;;   store i64 0, ptr %piece, align 8
;;   store i64 %14, ptr %16, align 8
;;   store ptr null, ptr %17, align 8
;;   call fastcc void @saxpy.blocks(ptr %dyn_ptr, i64 %n, i64 %a, ptr %x, ptr %y, ptr nonnull %piece)
;;   br label %common.ret
;;   store ptr %dyn_ptr, ptr %arguments, align 8
;;   store i64 %n, ptr %18, align 8
;;   store i64 %a, ptr %19, align 8
;;   store ptr %x, ptr %20, align 8
;;   store ptr %y, ptr %21, align 8
;;   call void @.offload.cores.spread(ptr nonnull @saxpy.range, ptr nonnull %arguments, i64 %14, ptr nonnull @saxpy.cost)
;;   br label %common.ret
;; }
;; @.offload_message = private unnamed_addr constant [149 x i8] c"offload4j: error: kernel 'saxpy' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @saxpy.cost = internal global double 0.000000e+00
