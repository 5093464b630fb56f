; what answers in three dimensions where a thread is?

; ModuleID = 'indices'
source_filename = "indices"
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @indices(ptr %dyn_ptr, ptr %out) {
entry:
  %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %2 = call range(i32 0, 64) i32 @llvm.nvvm.read.ptx.sreg.tid.z()
  %3 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %4 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %5 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  %6 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %7 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %8 = call range(i32 1, 65) i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
  %9 = call range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  %10 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
  %11 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()
  %b0.i = mul i32 %5, %10
  %b1.i = add i32 %b0.i, %4
  %b2.i = mul i32 %b1.i, %9
  %b.i = add i32 %b2.i, %3
  %t0.i = mul i32 %2, %7
  %t1.i = add i32 %t0.i, %1
  %t2.i = mul i32 %t1.i, %6
  %t.i = add i32 %t2.i, %0
  %s0.i = mul i32 %6, %7
  %s.i = mul i32 %s0.i, %8
  %p0.i = mul i32 %b.i, %s.i
  %place.i = add i32 %p0.i, %t.i
  %record.i = getelementptr [13 x i32], ptr %out, i32 %place.i
  %v0.i = load i32, ptr %record.i, align 4
  %v0.more.i = add i32 %v0.i, 1
  store i32 %v0.more.i, ptr %record.i, align 4
  %r1.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 1
  store i32 %0, ptr %r1.i, align 4
  %r2.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 2
  store i32 %1, ptr %r2.i, align 4
  %r3.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 3
  store i32 %2, ptr %r3.i, align 4
  %r4.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 4
  store i32 %3, ptr %r4.i, align 4
  %r5.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 5
  store i32 %4, ptr %r5.i, align 4
  %r6.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 6
  store i32 %5, ptr %r6.i, align 4
  %r7.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 7
  store i32 %6, ptr %r7.i, align 4
  %r8.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 8
  store i32 %7, ptr %r8.i, align 4
  %r9.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 9
  store i32 %8, ptr %r9.i, align 4
  %r10.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 10
  store i32 %9, ptr %r10.i, align 4
  %r11.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 11
  store i32 %10, ptr %r11.i, align 4
  %r12.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 12
  store i32 %11, ptr %r12.i, align 4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.tid.z() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.z() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.x() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.y() #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.z() #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
