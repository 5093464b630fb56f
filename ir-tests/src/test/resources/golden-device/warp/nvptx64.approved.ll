; what do the lanes of a warp exchange values by?

; ModuleID = 'warp'
source_filename = "warp"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent norecurse nounwind memory(argmem: readwrite, inaccessiblemem: readwrite)
define ptx_kernel void @sums(ptr nocapture readnone %dyn_ptr, ptr noalias nocapture readonly %values, ptr noalias nocapture writeonly %sums, ptr noalias nocapture writeonly %first, ptr noalias nocapture writeonly %masks) local_unnamed_addr #0 {
entry:
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !5)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !7)
  %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = zext nneg i32 %0 to i64
  %from.i = getelementptr float, ptr %values, i64 %1
  %v.i = load float, ptr %from.i, align 4, !alias.scope !0, !noalias !9
  %2 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %3 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %4 = tail call range(i32 1, 65) i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
  %5 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %6 = tail call range(i32 0, 64) i32 @llvm.nvvm.read.ptx.sreg.tid.z()
  %planes.i.i = mul nuw nsw i32 %6, %3
  %rows.i.i = add nuw nsw i32 %planes.i.i, %5
  %before.i.i = mul nuw nsw i32 %rows.i.i, %2
  %thread.i.i = add nuw nsw i32 %before.i.i, %0
  %first.i.i = and i32 %thread.i.i, 1073741792
  %plane.i.i = mul nuw nsw i32 %2, %3
  %threads.i.i = mul nuw nsw i32 %plane.i.i, %4
  %rest.i.i = sub nsw i32 %threads.i.i, %first.i.i
  %lanes.i.i = tail call i32 @llvm.umin.i32(i32 %rest.i.i, i32 32)
  %last.i.i = add nsw i32 %lanes.i.i, -1
  %bits.i19 = bitcast float %v.i to i32
  %new.i21 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %bits.i19, i32 16, i32 %last.i.i), !noalias !10
  %new.i20 = bitcast i32 %new.i21 to float
  %more.i = fadd float %v.i, %new.i20
  %bits.i19.1 = bitcast float %more.i to i32
  %new.i21.1 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %bits.i19.1, i32 8, i32 %last.i.i), !noalias !10
  %new.i20.1 = bitcast i32 %new.i21.1 to float
  %more.i.1 = fadd float %more.i, %new.i20.1
  %bits.i19.2 = bitcast float %more.i.1 to i32
  %new.i21.2 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %bits.i19.2, i32 4, i32 %last.i.i), !noalias !10
  %new.i20.2 = bitcast i32 %new.i21.2 to float
  %more.i.2 = fadd float %more.i.1, %new.i20.2
  %bits.i19.3 = bitcast float %more.i.2 to i32
  %new.i21.3 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %bits.i19.3, i32 2, i32 %last.i.i), !noalias !10
  %new.i20.3 = bitcast i32 %new.i21.3 to float
  %more.i.3 = fadd float %more.i.2, %new.i20.3
  %bits.i19.4 = bitcast float %more.i.3 to i32
  %new.i21.4 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %bits.i19.4, i32 1, i32 %last.i.i), !noalias !10
  %new.i20.4 = bitcast i32 %new.i21.4 to float
  %more.i.4 = fadd float %more.i.3, %new.i20.4
  %wide.i = fpext float %more.i.4 to double
  %bits.i = bitcast double %wide.i to i64
  %low.i = trunc i64 %bits.i to i32
  %shifted.i = lshr i64 %bits.i, 32
  %high.i = trunc nuw i64 %shifted.i to i32
  %new.i6 = tail call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %low.i, i32 0, i32 %last.i.i), !noalias !10
  %new.i4 = tail call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %high.i, i32 0, i32 %last.i.i), !noalias !10
  %wide.low.i = zext i32 %new.i6 to i64
  %wide.high.i = zext i32 %new.i4 to i64
  %upper.i = shl nuw i64 %wide.high.i, 32
  %new.i3 = or disjoint i64 %upper.i, %wide.low.i
  %slot.i = getelementptr double, ptr %first, i64 %1
  store i64 %new.i3, ptr %slot.i, align 8, !alias.scope !5, !noalias !11
  %zero.i = fcmp une float %v.i, 0.000000e+00
  %lanes.i = tail call i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %zero.i), !noalias !10
  %wide.i2 = zext i32 %lanes.i to i64
  %mask.slot.i = getelementptr i64, ptr %masks, i64 %1
  store i64 %wide.i2, ptr %mask.slot.i, align 4, !alias.scope !7, !noalias !12
  %lane.i1 = tail call range(i32 0, 32) i32 @llvm.nvvm.read.ptx.sreg.laneid()
  %leads.i = icmp eq i32 %lane.i1, 0
  br i1 %leads.i, label %store.i, label %sums.body.exit

store.i:                                          ; preds = %entry
  %to.i = getelementptr float, ptr %sums, i64 %1
  store float %more.i.4, ptr %to.i, align 4, !alias.scope !3, !noalias !13
  br label %sums.body.exit

sums.body.exit:                                   ; preds = %entry, %store.i
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.laneid() #1

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1) #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.idx.i32(i32, i32, i32, i32) #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umin.i32(i32, i32) #1

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.down.i32(i32, i32, i32, i32) #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.z() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.z() #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #3

attributes #0 = { convergent norecurse nounwind memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"sums.body: %values"}
!2 = distinct !{!2, !"sums.body"}
!3 = !{!4}
!4 = distinct !{!4, !2, !"sums.body: %sums"}
!5 = !{!6}
!6 = distinct !{!6, !2, !"sums.body: %first"}
!7 = !{!8}
!8 = distinct !{!8, !2, !"sums.body: %masks"}
!9 = !{!4, !6, !8}
!10 = !{!1, !4, !6, !8}
!11 = !{!1, !4, !8}
!12 = !{!1, !4, !6}
!13 = !{!1, !6, !8}
