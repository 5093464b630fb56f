; is a slice a pointer and a length?

; ModuleID = 'slice'
source_filename = "slice"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @twice(ptr %dyn_ptr, ptr addrspace(1) %values, i64 %count) {
entry:
  %0 = addrspacecast ptr addrspace(1) %values to ptr
  %1 = call i32 @llvm.amdgcn.workitem.id.x()
  %2 = call i32 @llvm.amdgcn.workgroup.id.x()
  %3 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %4 = getelementptr inbounds i8, ptr addrspace(4) %3, i32 12
  %5 = load i16, ptr addrspace(4) %4, align 2
  %6 = zext i16 %5 to i32
  %7 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %8 = load i32, ptr addrspace(4) %7, align 4
  %before.i = mul i32 %2, %6
  %first.i = add i32 %before.i, %1
  %all.i = mul i32 %8, %6
  %start.i = zext i32 %first.i to i64
  %step.i = zext i32 %all.i to i64
  br label %header.i

header.i:                                         ; preds = %body.i, %entry
  %i.i = phi i64 [ %start.i, %entry ], [ %next.i, %body.i ]
  %inside.i = icmp ult i64 %i.i, %count
  br i1 %inside.i, label %body.i, label %twice.body.exit

body.i:                                           ; preds = %header.i
  %p.i = getelementptr inbounds double, ptr %0, i64 %i.i
  %v.i = load double, ptr %p.i, align 8
  %twice.i = fadd double %v.i, %v.i
  store double %twice.i, ptr %p.i, align 8
  %next.i = add i64 %i.i, %step.i
  br label %header.i

twice.body.exit:                                  ; preds = %header.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workgroup.id.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef align 4 ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr() #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
