; do atomic updates stay what they are?

; ModuleID = 'atomics'
source_filename = "atomics"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @reduce(ptr %dyn_ptr, ptr %result, ptr readonly %values, i64 %n) {
entry:
  %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %before.i = mul i32 %1, %2
  %index.i = add i32 %before.i, %0
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ult i64 %i.i, %n
  br i1 %inside.i, label %work.i, label %reduce.body.exit

work.i:                                           ; preds = %entry
  %p.i = getelementptr inbounds i32, ptr %values, i64 %i.i
  %v.i = load i32, ptr %p.i, align 4
  %wide.i = sext i32 %v.i to i64
  %sum.i = atomicrmw add ptr %result, i64 %wide.i monotonic, align 8
  %p.max.i = getelementptr i64, ptr %result, i64 1
  %max.i = atomicrmw max ptr %p.max.i, i64 %wide.i monotonic, align 8
  %p.real.i = getelementptr i64, ptr %result, i64 2
  %real.i = sitofp i32 %v.i to double
  %real.sum.i = atomicrmw fadd ptr %p.real.i, double %real.i monotonic, align 8
  %p.taken.i = getelementptr i64, ptr %result, i64 3
  %taken.i = cmpxchg ptr %p.taken.i, i64 %i.i, i64 %n acq_rel monotonic, align 8
  br label %reduce.body.exit

reduce.body.exit:                                 ; preds = %entry, %work.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
