; is shared memory possible whose size the launch decides?

; ModuleID = 'shared-dynamic'
source_filename = "shared-dynamic"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

@tile = external addrspace(3) global [0 x float], align 16

; Function Attrs: convergent
define amdgpu_kernel void @reverse(ptr %dyn_ptr, ptr addrspace(1) %values) #0 {
entry:
  %0 = addrspacecast ptr addrspace(1) %values to ptr
  %1 = call i32 @llvm.amdgcn.workitem.id.x()
  %from.i = getelementptr float, ptr %0, i32 %1
  %v.i = load float, ptr %from.i, align 4
  %slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %1
  store float %v.i, ptr addrspace(3) %slot.i, align 4
  fence syncscope("workgroup") release
  call void @llvm.amdgcn.s.barrier()
  fence syncscope("workgroup") acquire
  %2 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %3 = getelementptr inbounds i8, ptr addrspace(4) %2, i32 12
  %4 = load i16, ptr addrspace(4) %3, align 2
  %5 = zext i16 %4 to i32
  %last.i = sub i32 %5, 1
  %other.i = sub i32 %last.i, %1
  %other.slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
  %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
  store float %w.i, ptr %from.i, align 4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.x() #1

; Function Attrs: convergent nocallback nofree nounwind willreturn
declare void @llvm.amdgcn.s.barrier() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef align 4 ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr() #1

attributes #0 = { convergent }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nofree nounwind willreturn }

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
