; do atomic updates stay what they are?

; ModuleID = 'atomics'
source_filename = "atomics"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @reduce(ptr %dyn_ptr, ptr addrspace(1) %result, ptr addrspace(1) readonly %values, i64 %n) {
entry:
  %0 = addrspacecast ptr addrspace(1) %result to ptr
  %1 = addrspacecast ptr addrspace(1) %values to ptr
  %2 = call i32 @llvm.amdgcn.workitem.id.x()
  %3 = call i32 @llvm.amdgcn.workgroup.id.x()
  %4 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %5 = getelementptr inbounds i8, ptr addrspace(4) %4, i32 12
  %6 = load i16, ptr addrspace(4) %5, align 2
  %7 = zext i16 %6 to i32
  %before.i = mul i32 %3, %7
  %index.i = add i32 %before.i, %2
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ult i64 %i.i, %n
  br i1 %inside.i, label %work.i, label %reduce.body.exit

work.i:                                           ; preds = %entry
  %p.i = getelementptr inbounds i32, ptr %1, i64 %i.i
  %v.i = load i32, ptr %p.i, align 4
  %wide.i = sext i32 %v.i to i64
  %sum.i = atomicrmw add ptr %0, i64 %wide.i monotonic, align 8
  %p.max.i = getelementptr i64, ptr %0, i64 1
  %max.i = atomicrmw max ptr %p.max.i, i64 %wide.i monotonic, align 8
  %p.real.i = getelementptr i64, ptr %0, i64 2
  %real.i = sitofp i32 %v.i to double
  %real.sum.i = atomicrmw fadd ptr %p.real.i, double %real.i monotonic, align 8
  %p.taken.i = getelementptr i64, ptr %0, i64 3
  %taken.i = cmpxchg ptr %p.taken.i, i64 %i.i, i64 %n acq_rel monotonic, align 8
  br label %reduce.body.exit

reduce.body.exit:                                 ; preds = %entry, %work.i
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
