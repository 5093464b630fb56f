; does every thread come to the same call of a barrier?

; ModuleID = 'barrier-in-helper'
source_filename = "barrier-in-helper"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent noinline norecurse nounwind
define internal fastcc void @wait() unnamed_addr #0 {
  tail call void @llvm.nvvm.barrier0()
  ret void
}

; Function Attrs: convergent norecurse nounwind
define ptx_kernel void @phases(ptr nocapture readnone %dyn_ptr, ptr %first, ptr %second, i64 %n) local_unnamed_addr #1 {
entry:
  %0 = trunc i64 %n to i32
  %1 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %some.i = icmp ult i32 %1, %0
  br i1 %some.i, label %before.i, label %together.i

before.i:                                         ; preds = %entry
  store volatile i32 1, ptr %first, align 4
  br label %together.i

together.i:                                       ; preds = %before.i, %entry
  tail call fastcc void @wait()
  br i1 %some.i, label %after.i, label %phases.body.exit

after.i:                                          ; preds = %together.i
  store volatile i32 1, ptr %second, align 4
  br label %phases.body.exit

phases.body.exit:                                 ; preds = %together.i, %after.i
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier0() #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

attributes #0 = { convergent noinline norecurse nounwind }
attributes #1 = { convergent norecurse nounwind }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
