; where does such memory begin?

; ModuleID = 'shared-function'
source_filename = "shared-function"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@offload_shared_begin = external local_unnamed_addr addrspace(3) global [0 x i8], align 16

; Function Attrs: convergent norecurse nounwind
define ptx_kernel void @reverse(ptr nocapture readnone %dyn_ptr, ptr nocapture %values) local_unnamed_addr #0 {
entry:
  %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = zext nneg i32 %0 to i64
  %from.i = getelementptr float, ptr %values, i64 %1
  %v.i = load float, ptr %from.i, align 4
  %slot.i = getelementptr float, ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr), i64 %1
  store float %v.i, ptr %slot.i, align 4
  tail call void @llvm.nvvm.barrier0()
  %2 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %3 = xor i32 %0, -1
  %other.i = add nsw i32 %2, %3
  %4 = sext i32 %other.i to i64
  %other.slot.i = getelementptr float, ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr), i64 %4
  %w.i = load float, ptr %other.slot.i, align 4
  store float %w.i, ptr %from.i, align 4
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier0() #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

attributes #0 = { convergent norecurse nounwind }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nounwind }
