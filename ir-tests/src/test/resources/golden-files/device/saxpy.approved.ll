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
;;   %16 = freeze i64 %n
;;   br label %take
;;   %17 = icmp ult i64 %first, %end
;;   br i1 %17, label %some, label %over
;;   %18 = icmp eq i64 %first, 0
;;   br i1 %18, label %block.preheader, label %inside
;;   %19 = urem i64 %first, %14
;;   br label %block.preheader
;;   %block.x.ph = phi i32 [ %20, %inside ], [ 0, %some ]
;;   br label %block
;;   %number = phi i64 [ %32, %thread.z.exit ], [ %first, %block.preheader ]
;;   %block.x = phi i32 [ %35, %thread.z.exit ], [ %block.x.ph, %block.preheader ]
;;   %21 = sub i32 %1, %block.x
;;   %23 = sub i64 %end, %number
;;   %24 = tail call i64 @llvm.umin.i64(i64 %23, i64 %22)
;;   %26 = mul nuw nsw i64 %25, %15
;;   %27 = add nuw nsw i64 %24, %25
;;   %28 = mul nuw i64 %27, %15
;;   %29 = icmp ult i64 %26, %28
;;   br label %thread.y.header.preheader
;;   %30 = icmp eq ptr %team1, null
;;   br i1 %30, label %done, label %team
;;   %thread.z7 = phi i32 [ 0, %block ], [ %37, %thread.y.exit ]
;;   br label %thread.y.body
;;   %32 = add i64 %24, %number
;;   %33 = add i32 %block.x, %31
;;   %34 = icmp eq i32 %33, %1
;;   %35 = select i1 %34, i32 0, i32 %33
;;   %36 = icmp ult i64 %32, %end
;;   br i1 %36, label %block, label %over
;;   %thread.y6 = phi i32 [ 0, %thread.y.header.preheader ], [ %61, %row.end ]
;;   br i1 %29, label %part, label %row.end
;;   %37 = add nuw i32 %thread.z7, 1
;;   %exitcond9.not = icmp eq i32 %37, %9
;;   br i1 %exitcond9.not, label %thread.z.exit, label %thread.y.header.preheader
;;   %start5 = phi i64 [ %40, %part.next ], [ %26, %thread.y.body ]
;;   %38 = or i64 %start5, 1073741823
;;   %39 = add nuw i64 %38, 1
;;   %40 = tail call i64 @llvm.umin.i64(i64 %39, i64 %28)
;;   %41 = sub i64 %40, %start5
;;   %42 = and i64 %start5, 4294967295
;;   %43 = tail call i64 @llvm.usub.sat.i64(i64 %16, i64 %42)
;;   %44 = tail call i64 @llvm.umin.i64(i64 %41, i64 %43)
;;   %.not = icmp eq i64 %44, 0
;;   br i1 %.not, label %part.next, label %row
;;   %45 = add i64 %start5, 4294967295
;;   %46 = add i64 %45, %44
;;   %47 = and i64 %46, 4294967295
;;   %48 = add nuw nsw i64 %47, 1
;;   %49 = sub nsw i64 %48, %42
;;   %min.iters.check = icmp ult i64 %49, 8
;;   br i1 %min.iters.check, label %row.body.preheader, label %vector.ph
;;   %n.vec = and i64 %49, -8
;;   %50 = add nsw i64 %42, %n.vec
;;   br label %vector.body
;;   %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
;;   %offset.idx = add i64 %42, %index
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %wide.load = load <4 x float>, ptr %51, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load10 = load <4 x float>, ptr %53, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %wide.load11 = load <4 x float>, ptr %52, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %wide.load12 = load <4 x float>, ptr %54, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %55 = fmul <4 x float> %wide.load, %broadcast.splat
;;   %56 = fmul <4 x float> %wide.load10, %broadcast.splat
;;   store <4 x float> %57, ptr %52, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   store <4 x float> %58, ptr %54, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %index.next = add nuw i64 %index, 8
;;   %59 = icmp eq i64 %index.next, %n.vec
;;   br i1 %59, label %middle.block, label %vector.body, !llvm.loop !6
;;   %cmp.n = icmp eq i64 %49, %n.vec
;;   br i1 %cmp.n, label %part.next, label %row.body.preheader
;;   %indvars.iv.ph = phi i64 [ %42, %row ], [ %50, %middle.block ]
;;   br label %row.body
;;   %indvars.iv = phi i64 [ %indvars.iv.next, %row.body ], [ %indvars.iv.ph, %row.body.preheader ]
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
;;   tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
;;   %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
;;   %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %product.i = fmul float %vx.i, %11
;;   store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
;;   %.not4 = icmp eq i64 %indvars.iv, %47
;;   %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
;;   br i1 %.not4, label %part.next, label %row.body, !llvm.loop !10
;;   %60 = icmp ult i64 %39, %28
;;   br i1 %60, label %part, label %row.end
;;   %61 = add nuw i32 %thread.y6, 1
;;   %exitcond.not = icmp eq i32 %61, %6
;;   br i1 %exitcond.not, label %thread.y.exit, label %thread.y.body
;;   %62 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
;;   br i1 %62, label %take, label %done
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
;;   br i1 %15, label %some, label %one
;;   store i64 0, ptr %piece, align 8
;;   store i64 %14, ptr %16, align 8
;;   store ptr null, ptr %17, align 8
;;   call fastcc void @saxpy.blocks(ptr %dyn_ptr, i64 %n, i64 %a, ptr %x, ptr %y, ptr nonnull %piece)
;;   br label %common.ret
;;   %18 = tail call i1 @.offload.cores.sole()
;;   br i1 %18, label %one, label %shared
;;   %20 = load i32, ptr %19, align 4
;;   %22 = load i32, ptr %21, align 4
;;   %23 = tail call i32 @llvm.umax.i32(i32 %22, i32 1)
;;   %25 = load i32, ptr %24, align 4
;;   %26 = tail call i32 @llvm.umax.i32(i32 %25, i32 1)
;;   %47 = tail call i1 @.offload.cores.again(ptr nonnull @saxpy.cost, i64 %46)
;;   br i1 %47, label %one, label %several
;;   store ptr %dyn_ptr, ptr %arguments, align 8
;;   store i64 %n, ptr %48, align 8
;;   store i64 %a, ptr %49, align 8
;;   store ptr %x, ptr %50, align 8
;;   store ptr %y, ptr %51, align 8
;;   call void @.offload.cores.spread(ptr nonnull @saxpy.range, ptr nonnull %arguments, i64 %14, ptr nonnull @saxpy.cost, i64 %46)
;;   br label %common.ret
;; }
;; @.offload_message = private unnamed_addr constant [149 x i8] c"offload4j: error: kernel 'saxpy' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @saxpy.cost = internal global { double, i64, i64, i64 } zeroinitializer
