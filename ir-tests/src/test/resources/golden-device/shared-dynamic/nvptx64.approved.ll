; is shared memory possible whose size the launch decides?

; ModuleID = 'shared-dynamic'
source_filename = "shared-dynamic"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@tile = external addrspace(3) global [0 x float], align 16

; Function Attrs: convergent
define ptx_kernel void @reverse(ptr %dyn_ptr, ptr %values) #0 {
entry:
  %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %from.i = getelementptr float, ptr %values, i32 %0
  %v.i = load float, ptr %from.i, align 4
  %slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %0
  store float %v.i, ptr addrspace(3) %slot.i, align 4
  call void @llvm.nvvm.barrier0()
  %1 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %last.i = sub i32 %1, 1
  %other.i = sub i32 %last.i, %0
  %other.slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
  %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
  store float %w.i, ptr %from.i, align 4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier0() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

attributes #0 = { convergent }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nounwind }
