; are noalias, alignment and readonly seen by the optimiser?

; ModuleID = 'saxpy'
source_filename = "saxpy"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define amdgpu_kernel void @saxpy(ptr nocapture readnone %dyn_ptr, i64 %n, i64 %a, ptr addrspace(1) noalias nocapture readonly align 16 %x, ptr addrspace(1) noalias nocapture align 16 %y) local_unnamed_addr #0 {
entry:
  tail call void @llvm.experimental.noalias.scope.decl(metadata !1)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !4)
  %0 = tail call i32 @llvm.amdgcn.workitem.id.x()
  %1 = tail call i32 @llvm.amdgcn.workgroup.id.x()
  %2 = tail call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %3 = getelementptr inbounds nuw i8, ptr addrspace(4) %2, i64 12
  %4 = load i16, ptr addrspace(4) %3, align 4, !noalias !6
  %5 = zext i16 %4 to i32
  %before.i = mul i32 %1, %5
  %index.i = add i32 %before.i, %0
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ugt i64 %n, %i.i
  br i1 %inside.i, label %work.i, label %saxpy.body.exit

work.i:                                           ; preds = %entry
  %6 = trunc i64 %a to i32
  %7 = bitcast i32 %6 to float
  %px.i = getelementptr inbounds nuw float, ptr addrspace(1) %x, i64 %i.i
  %py.i = getelementptr inbounds nuw float, ptr addrspace(1) %y, i64 %i.i
  %vx.i = load float, ptr addrspace(1) %px.i, align 4, !alias.scope !1, !noalias !4, !amdgpu.noclobber !7
  %vy.i = load float, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1, !amdgpu.noclobber !7
  %product.i = fmul float %vx.i, %7
  %sum.i = fadd float %product.i, %vy.i
  store float %sum.i, ptr addrspace(1) %py.i, align 4, !alias.scope !4, !noalias !1
  br label %saxpy.body.exit

saxpy.body.exit:                                  ; preds = %entry, %work.i
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workgroup.id.x() #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef align 4 ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr() #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #2

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
!1 = !{!2}
!2 = distinct !{!2, !3, !"saxpy.body: %x"}
!3 = distinct !{!3, !"saxpy.body"}
!4 = !{!5}
!5 = distinct !{!5, !3, !"saxpy.body: %y"}
!6 = !{!2, !5}
!7 = !{}
