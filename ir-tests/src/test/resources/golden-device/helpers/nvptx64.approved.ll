; are helper functions hidden, and unused ones gone?

; ModuleID = 'helpers'
source_filename = "helpers"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none)
define internal fastcc i32 @square(i32 %n) unnamed_addr #0 {
  %v = mul i32 %n, %n
  ret i32 %v
}

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none)
define internal fastcc i32 @square_of_thread() unnamed_addr #0 {
  %1 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %v = tail call fastcc i32 @square(i32 %1)
  ret i32 %v
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write)
define ptx_kernel void @squares(ptr nocapture readnone %dyn_ptr, ptr nocapture writeonly %out) local_unnamed_addr #1 {
entry:
  %0 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %v.i = tail call fastcc i32 @square_of_thread()
  %1 = zext nneg i32 %0 to i64
  %p.i = getelementptr i32, ptr %out, i64 %1
  store i32 %v.i, ptr %p.i, align 4
  ret void
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write)
define ptx_kernel void @square_of(ptr nocapture readnone %dyn_ptr, ptr nocapture writeonly initializes((0, 4)) %out, i64 %n) local_unnamed_addr #1 {
entry:
  %0 = trunc i64 %n to i32
  %v.i = tail call fastcc i32 @square(i32 %0)
  store i32 %v.i, ptr %out, align 4
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

attributes #0 = { mustprogress nofree noinline norecurse nosync nounwind willreturn memory(none) }
attributes #1 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
