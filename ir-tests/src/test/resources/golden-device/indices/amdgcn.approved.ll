; what answers in three dimensions where a thread is?

; ModuleID = 'indices'
source_filename = "indices"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @indices(ptr %dyn_ptr, ptr addrspace(1) %out) {
entry:
  %0 = addrspacecast ptr addrspace(1) %out to ptr
  %1 = call i32 @llvm.amdgcn.workitem.id.x()
  %2 = call i32 @llvm.amdgcn.workitem.id.y()
  %3 = call i32 @llvm.amdgcn.workitem.id.z()
  %4 = call i32 @llvm.amdgcn.workgroup.id.x()
  %5 = call i32 @llvm.amdgcn.workgroup.id.y()
  %6 = call i32 @llvm.amdgcn.workgroup.id.z()
  %7 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %8 = getelementptr inbounds i8, ptr addrspace(4) %7, i32 12
  %9 = load i16, ptr addrspace(4) %8, align 2
  %10 = zext i16 %9 to i32
  %11 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %12 = getelementptr inbounds i8, ptr addrspace(4) %11, i32 14
  %13 = load i16, ptr addrspace(4) %12, align 2
  %14 = zext i16 %13 to i32
  %15 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %16 = getelementptr inbounds i8, ptr addrspace(4) %15, i32 16
  %17 = load i16, ptr addrspace(4) %16, align 2
  %18 = zext i16 %17 to i32
  %19 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %20 = load i32, ptr addrspace(4) %19, align 4
  %21 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %22 = getelementptr inbounds i8, ptr addrspace(4) %21, i32 4
  %23 = load i32, ptr addrspace(4) %22, align 4
  %24 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %25 = getelementptr inbounds i8, ptr addrspace(4) %24, i32 8
  %26 = load i32, ptr addrspace(4) %25, align 4
  %b0.i = mul i32 %6, %23
  %b1.i = add i32 %b0.i, %5
  %b2.i = mul i32 %b1.i, %20
  %b.i = add i32 %b2.i, %4
  %t0.i = mul i32 %3, %14
  %t1.i = add i32 %t0.i, %2
  %t2.i = mul i32 %t1.i, %10
  %t.i = add i32 %t2.i, %1
  %s0.i = mul i32 %10, %14
  %s.i = mul i32 %s0.i, %18
  %p0.i = mul i32 %b.i, %s.i
  %place.i = add i32 %p0.i, %t.i
  %record.i = getelementptr [13 x i32], ptr %0, i32 %place.i
  %v0.i = load i32, ptr %record.i, align 4
  %v0.more.i = add i32 %v0.i, 1
  store i32 %v0.more.i, ptr %record.i, align 4
  %r1.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 1
  store i32 %1, ptr %r1.i, align 4
  %r2.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 2
  store i32 %2, ptr %r2.i, align 4
  %r3.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 3
  store i32 %3, ptr %r3.i, align 4
  %r4.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 4
  store i32 %4, ptr %r4.i, align 4
  %r5.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 5
  store i32 %5, ptr %r5.i, align 4
  %r6.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 6
  store i32 %6, ptr %r6.i, align 4
  %r7.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 7
  store i32 %10, ptr %r7.i, align 4
  %r8.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 8
  store i32 %14, ptr %r8.i, align 4
  %r9.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 9
  store i32 %18, ptr %r9.i, align 4
  %r10.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 10
  store i32 %20, ptr %r10.i, align 4
  %r11.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 11
  store i32 %23, ptr %r11.i, align 4
  %r12.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 12
  store i32 %26, ptr %r12.i, align 4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workitem.id.z() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workgroup.id.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workgroup.id.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.amdgcn.workgroup.id.z() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef align 4 ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr() #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
