; is a scalar of any kind taken out of its slot?

; ModuleID = 'scalars'
source_filename = "scalars"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @scalars(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
entry:
  %0 = addrspacecast ptr addrspace(1) %out to ptr
  %1 = trunc i64 %flag to i1
  %2 = trunc i64 %byte to i8
  %3 = trunc i64 %word to i16
  %4 = trunc i64 %integer to i32
  %5 = trunc i64 %half to i16
  %6 = bitcast i16 %5 to half
  %7 = trunc i64 %single to i32
  %8 = bitcast i32 %7 to float
  %9 = bitcast i64 %real to double
  %flag.unsigned.i = zext i1 %1 to i64
  store i64 %flag.unsigned.i, ptr %0, align 4
  %p1.i = getelementptr i64, ptr %0, i64 1
  %flag.signed.i = sext i1 %1 to i64
  store i64 %flag.signed.i, ptr %p1.i, align 4
  %p2.i = getelementptr i64, ptr %0, i64 2
  %byte.unsigned.i = zext i8 %2 to i64
  store i64 %byte.unsigned.i, ptr %p2.i, align 4
  %p3.i = getelementptr i64, ptr %0, i64 3
  %byte.signed.i = sext i8 %2 to i64
  store i64 %byte.signed.i, ptr %p3.i, align 4
  %p4.i = getelementptr i64, ptr %0, i64 4
  %word.unsigned.i = zext i16 %3 to i64
  store i64 %word.unsigned.i, ptr %p4.i, align 4
  %p5.i = getelementptr i64, ptr %0, i64 5
  %word.signed.i = sext i16 %3 to i64
  store i64 %word.signed.i, ptr %p5.i, align 4
  %p6.i = getelementptr i64, ptr %0, i64 6
  %integer.unsigned.i = zext i32 %4 to i64
  store i64 %integer.unsigned.i, ptr %p6.i, align 4
  %p7.i = getelementptr i64, ptr %0, i64 7
  %integer.signed.i = sext i32 %4 to i64
  store i64 %integer.signed.i, ptr %p7.i, align 4
  %p8.i = getelementptr i64, ptr %0, i64 8
  store i64 %wide, ptr %p8.i, align 4
  %p9.i = getelementptr i64, ptr %0, i64 9
  store half %6, ptr %p9.i, align 2
  %p10.i = getelementptr i64, ptr %0, i64 10
  store float %8, ptr %p10.i, align 4
  %p11.i = getelementptr i64, ptr %0, i64 11
  store double %9, ptr %p11.i, align 8
  ret void
}

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
