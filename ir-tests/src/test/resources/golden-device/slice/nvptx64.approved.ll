; is a slice a pointer and a length?

; ModuleID = 'slice'
source_filename = "slice"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @twice(ptr %dyn_ptr, ptr %values, i64 %count) {
entry:
  %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %3 = call range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  %before.i = mul i32 %1, %2
  %first.i = add i32 %before.i, %0
  %all.i = mul i32 %3, %2
  %start.i = zext i32 %first.i to i64
  %step.i = zext i32 %all.i to i64
  br label %header.i

header.i:                                         ; preds = %body.i, %entry
  %i.i = phi i64 [ %start.i, %entry ], [ %next.i, %body.i ]
  %inside.i = icmp ult i64 %i.i, %count
  br i1 %inside.i, label %body.i, label %twice.body.exit

body.i:                                           ; preds = %header.i
  %p.i = getelementptr inbounds double, ptr %values, i64 %i.i
  %v.i = load double, ptr %p.i, align 8
  %twice.i = fadd double %v.i, %v.i
  store double %twice.i, ptr %p.i, align 8
  %next.i = add i64 %i.i, %step.i
  br label %header.i

twice.body.exit:                                  ; preds = %header.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.x() #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
