; what do the lanes of a warp exchange values by?

; ModuleID = 'warp'
source_filename = "warp"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

; Function Attrs: convergent mustprogress nofree norecurse nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define amdgpu_kernel void @sums(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) noalias nocapture readonly %values, ptr addrspace(1) noalias nocapture writeonly %sums, ptr addrspace(1) noalias nocapture writeonly %first, ptr addrspace(1) noalias nocapture writeonly %masks) local_unnamed_addr #0 {
entry:
  tail call void @llvm.experimental.noalias.scope.decl(metadata !1)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !4)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !6)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !8)
  %0 = tail call i32 @llvm.amdgcn.workitem.id.x()
  %1 = sext i32 %0 to i64
  %from.i = getelementptr float, ptr addrspace(1) %values, i64 %1
  %v.i = load float, ptr addrspace(1) %from.i, align 4, !alias.scope !1, !noalias !10
  %low.i.i19 = tail call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
  %lane.i.i20 = tail call range(i32 0, 64) i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low.i.i19)
  %bits.i17 = bitcast float %v.i to i32
  %from.i21 = add nuw nsw i32 %lane.i.i20, 32
  %there.i.i = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i = and i32 %from.i21, 63
  %wide.i.i = zext nneg i32 %number.i.i to i64
  %shifted.i.i = lshr i64 %there.i.i, %wide.i.i
  %exists.i.i = trunc i64 %shifted.i.i to i1
  %in.range.i.i = icmp samesign ult i32 %lane.i.i20, 32
  %is.i.i = and i1 %in.range.i.i, %exists.i.i
  %from.i.i = select i1 %is.i.i, i32 %from.i21, i32 %lane.i.i20
  %address.i.i = shl nuw nsw i32 %from.i.i, 2
  %new.i.i = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i, i32 %bits.i17)
  %new.i18 = bitcast i32 %new.i.i to float
  %more.i = fadd float %v.i, %new.i18
  %bits.i17.1 = bitcast float %more.i to i32
  %from.i21.1 = add nuw nsw i32 %lane.i.i20, 16
  %there.i.i.1 = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i.1 = and i32 %from.i21.1, 63
  %wide.i.i.1 = zext nneg i32 %number.i.i.1 to i64
  %shifted.i.i.1 = lshr i64 %there.i.i.1, %wide.i.i.1
  %exists.i.i.1 = trunc i64 %shifted.i.i.1 to i1
  %in.range.i.i.1 = icmp samesign ult i32 %lane.i.i20, 48
  %is.i.i.1 = and i1 %in.range.i.i.1, %exists.i.i.1
  %from.i.i.1 = select i1 %is.i.i.1, i32 %from.i21.1, i32 %lane.i.i20
  %address.i.i.1 = shl nuw nsw i32 %from.i.i.1, 2
  %new.i.i.1 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i.1, i32 %bits.i17.1)
  %new.i18.1 = bitcast i32 %new.i.i.1 to float
  %more.i.1 = fadd float %more.i, %new.i18.1
  %bits.i17.2 = bitcast float %more.i.1 to i32
  %from.i21.2 = add nuw nsw i32 %lane.i.i20, 8
  %there.i.i.2 = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i.2 = and i32 %from.i21.2, 63
  %wide.i.i.2 = zext nneg i32 %number.i.i.2 to i64
  %shifted.i.i.2 = lshr i64 %there.i.i.2, %wide.i.i.2
  %exists.i.i.2 = trunc i64 %shifted.i.i.2 to i1
  %in.range.i.i.2 = icmp samesign ult i32 %lane.i.i20, 56
  %is.i.i.2 = and i1 %in.range.i.i.2, %exists.i.i.2
  %from.i.i.2 = select i1 %is.i.i.2, i32 %from.i21.2, i32 %lane.i.i20
  %address.i.i.2 = shl nuw nsw i32 %from.i.i.2, 2
  %new.i.i.2 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i.2, i32 %bits.i17.2)
  %new.i18.2 = bitcast i32 %new.i.i.2 to float
  %more.i.2 = fadd float %more.i.1, %new.i18.2
  %bits.i17.3 = bitcast float %more.i.2 to i32
  %from.i21.3 = add nuw nsw i32 %lane.i.i20, 4
  %there.i.i.3 = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i.3 = and i32 %from.i21.3, 63
  %wide.i.i.3 = zext nneg i32 %number.i.i.3 to i64
  %shifted.i.i.3 = lshr i64 %there.i.i.3, %wide.i.i.3
  %exists.i.i.3 = trunc i64 %shifted.i.i.3 to i1
  %in.range.i.i.3 = icmp samesign ult i32 %lane.i.i20, 60
  %is.i.i.3 = and i1 %in.range.i.i.3, %exists.i.i.3
  %from.i.i.3 = select i1 %is.i.i.3, i32 %from.i21.3, i32 %lane.i.i20
  %address.i.i.3 = shl nuw nsw i32 %from.i.i.3, 2
  %new.i.i.3 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i.3, i32 %bits.i17.3)
  %new.i18.3 = bitcast i32 %new.i.i.3 to float
  %more.i.3 = fadd float %more.i.2, %new.i18.3
  %bits.i17.4 = bitcast float %more.i.3 to i32
  %from.i21.4 = add nuw nsw i32 %lane.i.i20, 2
  %there.i.i.4 = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i.4 = and i32 %from.i21.4, 63
  %wide.i.i.4 = zext nneg i32 %number.i.i.4 to i64
  %shifted.i.i.4 = lshr i64 %there.i.i.4, %wide.i.i.4
  %exists.i.i.4 = trunc i64 %shifted.i.i.4 to i1
  %in.range.i.i.4 = icmp samesign ult i32 %lane.i.i20, 62
  %is.i.i.4 = and i1 %in.range.i.i.4, %exists.i.i.4
  %from.i.i.4 = select i1 %is.i.i.4, i32 %from.i21.4, i32 %lane.i.i20
  %address.i.i.4 = shl nuw nsw i32 %from.i.i.4, 2
  %new.i.i.4 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i.4, i32 %bits.i17.4)
  %new.i18.4 = bitcast i32 %new.i.i.4 to float
  %more.i.4 = fadd float %more.i.3, %new.i18.4
  %bits.i17.5 = bitcast float %more.i.4 to i32
  %from.i21.5 = add nuw nsw i32 %lane.i.i20, 1
  %there.i.i.5 = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %number.i.i.5 = and i32 %from.i21.5, 63
  %wide.i.i.5 = zext nneg i32 %number.i.i.5 to i64
  %shifted.i.i.5 = lshr i64 %there.i.i.5, %wide.i.i.5
  %exists.i.i.5 = trunc i64 %shifted.i.i.5 to i1
  %in.range.i.i.5 = icmp ne i32 %lane.i.i20, 63
  %is.i.i.5 = and i1 %in.range.i.i.5, %exists.i.i.5
  %from.i.i.5 = select i1 %is.i.i.5, i32 %from.i21.5, i32 %lane.i.i20
  %address.i.i.5 = shl nuw nsw i32 %from.i.i.5, 2
  %new.i.i.5 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i.5, i32 %bits.i17.5)
  %new.i18.5 = bitcast i32 %new.i.i.5 to float
  %more.i.5 = fadd float %more.i.4, %new.i18.5
  %wide.i = fpext float %more.i.5 to double
  %bits.i = bitcast double %wide.i to i64
  %low.i2 = trunc i64 %bits.i to i32
  %shifted.i = lshr i64 %bits.i, 32
  %high.i = trunc nuw i64 %shifted.i to i32
  %there.i = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
  %exists.i = trunc i64 %there.i to i1
  %2 = shl nuw nsw i32 %lane.i.i20, 2
  %address.i = select i1 %exists.i, i32 0, i32 %2
  %new.i8 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i, i32 %low.i2)
  %new.i16 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i, i32 %high.i)
  %wide.low.i = zext i32 %new.i8 to i64
  %wide.high.i = zext i32 %new.i16 to i64
  %upper.i = shl nuw i64 %wide.high.i, 32
  %new.i3 = or disjoint i64 %upper.i, %wide.low.i
  %slot.i = getelementptr double, ptr addrspace(1) %first, i64 %1
  store i64 %new.i3, ptr addrspace(1) %slot.i, align 8, !alias.scope !6, !noalias !11
  %zero.i = fcmp une float %v.i, 0.000000e+00
  %lanes.i = tail call i64 @llvm.amdgcn.ballot.i64(i1 %zero.i)
  %mask.slot.i = getelementptr i64, ptr addrspace(1) %masks, i64 %1
  store i64 %lanes.i, ptr addrspace(1) %mask.slot.i, align 4, !alias.scope !8, !noalias !12
  %leads.i = icmp eq i32 %lane.i.i20, 0
  br i1 %leads.i, label %store.i, label %sums.body.exit

store.i:                                          ; preds = %entry
  %to.i = getelementptr float, ptr addrspace(1) %sums, i64 %1
  store float %more.i.5, ptr addrspace(1) %to.i, align 4, !alias.scope !4, !noalias !13
  br label %sums.body.exit

sums.body.exit:                                   ; preds = %entry, %store.i
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare i32 @llvm.amdgcn.mbcnt.lo(i32, i32) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare i32 @llvm.amdgcn.mbcnt.hi(i32, i32) #1

; Function Attrs: convergent mustprogress nocallback nofree nounwind willreturn memory(none)
declare i64 @llvm.amdgcn.ballot.i64(i1) #2

; Function Attrs: convergent mustprogress nocallback nofree nounwind willreturn memory(none)
declare i32 @llvm.amdgcn.ds.bpermute(i32, i32) #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.x() #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #4

attributes #0 = { convergent mustprogress nofree norecurse nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #2 = { convergent mustprogress nocallback nofree nounwind willreturn memory(none) }
attributes #3 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
!1 = !{!2}
!2 = distinct !{!2, !3, !"sums.body: %values"}
!3 = distinct !{!3, !"sums.body"}
!4 = !{!5}
!5 = distinct !{!5, !3, !"sums.body: %sums"}
!6 = !{!7}
!7 = distinct !{!7, !3, !"sums.body: %first"}
!8 = !{!9}
!9 = distinct !{!9, !3, !"sums.body: %masks"}
!10 = !{!5, !7, !9}
!11 = !{!2, !5, !9}
!12 = !{!2, !5, !7}
!13 = !{!2, !7, !9}
