; whom does a fence order memory for?

; ModuleID = 'fences'
source_filename = "fences"
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @tell(ptr %dyn_ptr, ptr addrspace(1) %message, ptr addrspace(1) %near, ptr addrspace(1) %far) {
entry:
  %0 = addrspacecast ptr addrspace(1) %message to ptr
  %1 = addrspacecast ptr addrspace(1) %near to ptr
  %2 = addrspacecast ptr addrspace(1) %far to ptr
  store i32 7, ptr %0, align 4
  fence syncscope("workgroup") seq_cst
  store atomic i32 1, ptr %1 syncscope("workgroup") monotonic, align 4
  fence syncscope("agent") seq_cst
  store atomic i32 1, ptr %2 syncscope("agent") monotonic, align 4
  ret void
}

!llvm.module.flags = !{!0}

!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
