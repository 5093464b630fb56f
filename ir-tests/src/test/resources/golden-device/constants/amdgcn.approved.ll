; are variables kept, and hidden?

; ModuleID = 'constants'
source_filename = "constants"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

@weights = internal constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
@launches = internal global i32 40

define amdgpu_kernel void @weight(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %which) {
entry:
  %0 = addrspacecast ptr addrspace(1) %out to ptr
  %1 = trunc i64 %which to i32
  %i.i = and i32 %1, 3
  %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
  %w.i = load i32, ptr %p.i, align 4
  store i32 %w.i, ptr %0, align 4
  %before.i = load i32, ptr @launches, align 4
  %now.i = add i32 %before.i, 1
  store i32 %now.i, ptr @launches, align 4
  %out.launches.i = getelementptr i32, ptr %0, i32 1
  store i32 %now.i, ptr %out.launches.i, align 4
  ret void
}

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
