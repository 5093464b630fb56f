; are noalias, alignment and readonly seen by the optimiser?

; ModuleID = 'saxpy'
source_filename = "saxpy"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define ptx_kernel void @saxpy(ptr nocapture readnone %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y) local_unnamed_addr #0 {
entry:
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = tail call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %before.i = mul i32 %1, %2
  %index.i = add i32 %before.i, %0
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ugt i64 %n, %i.i
  br i1 %inside.i, label %work.i, label %saxpy.body.exit

work.i:                                           ; preds = %entry
  %3 = trunc i64 %a to i32
  %4 = bitcast i32 %3 to float
  %px.i = getelementptr inbounds nuw float, ptr %x, i64 %i.i
  %py.i = getelementptr inbounds nuw float, ptr %y, i64 %i.i
  %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3
  %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  %product.i = fmul float %vx.i, %4
  %sum.i = fadd float %product.i, %vy.i
  store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  br label %saxpy.body.exit

saxpy.body.exit:                                  ; preds = %entry, %work.i
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #2

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"saxpy.body: %x"}
!2 = distinct !{!2, !"saxpy.body"}
!3 = !{!4}
!4 = distinct !{!4, !2, !"saxpy.body: %y"}
