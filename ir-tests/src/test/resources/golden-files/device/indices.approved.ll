; what answers in three dimensions where a thread is?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; blocks thread.x.body
; and @indices.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @indices.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @indices.blocks(ptr %dyn_ptr, ptr %out, ptr %piece) noinline {
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %b0.i = mul i32 %block.z, %6
;;   %b1.i = add i32 %b0.i, %block.y
;;   %b2.i = mul i32 %b1.i, %1
;;   %b.i = add i32 %b2.i, %block.x
;;   %t0.i = mul i32 %thread.z, %17
;;   %t1.i = add i32 %t0.i, %thread.y
;;   %t2.i = mul i32 %t1.i, %12
;;   %t.i = add i32 %t2.i, %thread.x
;;   %s0.i = mul i32 %12, %17
;;   %s.i = mul i32 %s0.i, %21
;;   %p0.i = mul i32 %b.i, %s.i
;;   %place.i = add i32 %p0.i, %t.i
;;   %record.i = getelementptr [13 x i32], ptr %out, i32 %place.i
;;   %v0.i = load i32, ptr %record.i, align 4
;;   %v0.more.i = add i32 %v0.i, 1
;;   store i32 %v0.more.i, ptr %record.i, align 4
;;   %r1.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 1
;;   store i32 %thread.x, ptr %r1.i, align 4
;;   %r2.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 2
;;   store i32 %thread.y, ptr %r2.i, align 4
;;   %r3.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 3
;;   store i32 %thread.z, ptr %r3.i, align 4
;;   %r4.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 4
;;   store i32 %block.x, ptr %r4.i, align 4
;;   %r5.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 5
;;   store i32 %block.y, ptr %r5.i, align 4
;;   %r6.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 6
;;   store i32 %block.z, ptr %r6.i, align 4
;;   %r7.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 7
;;   store i32 %12, ptr %r7.i, align 4
;;   %r8.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 8
;;   store i32 %17, ptr %r8.i, align 4
;;   %r9.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 9
;;   store i32 %21, ptr %r9.i, align 4
;;   %r10.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 10
;;   store i32 %1, ptr %r10.i, align 4
;;   %r11.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 11
;;   store i32 %6, ptr %r11.i, align 4
;;   %r12.i = getelementptr [13 x i32], ptr %record.i, i32 0, i32 12
;;   store i32 %10, ptr %r12.i, align 4
;;   %52 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; }
; lines with llvm., load i16, load i32, zext, i8, store i32, .blocks
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)

define void @indices(ptr %out) "offload-kernel" {
  %tx = call i32 @offload.thread.id(i32 0)
  %ty = call i32 @offload.thread.id(i32 1)
  %tz = call i32 @offload.thread.id(i32 2)
  %bx = call i32 @offload.block.id(i32 0)
  %by = call i32 @offload.block.id(i32 1)
  %bz = call i32 @offload.block.id(i32 2)
  %sx = call i32 @offload.block.size(i32 0)
  %sy = call i32 @offload.block.size(i32 1)
  %sz = call i32 @offload.block.size(i32 2)
  %gx = call i32 @offload.grid.size(i32 0)
  %gy = call i32 @offload.grid.size(i32 1)
  %gz = call i32 @offload.grid.size(i32 2)

  ; The place: blocks and threads counted with x fastest.
  %b0 = mul i32 %bz, %gy
  %b1 = add i32 %b0, %by
  %b2 = mul i32 %b1, %gx
  %b = add i32 %b2, %bx
  %t0 = mul i32 %tz, %sy
  %t1 = add i32 %t0, %ty
  %t2 = mul i32 %t1, %sx
  %t = add i32 %t2, %tx
  %s0 = mul i32 %sx, %sy
  %s = mul i32 %s0, %sz
  %p0 = mul i32 %b, %s
  %place = add i32 %p0, %t
  %record = getelementptr [13 x i32], ptr %out, i32 %place

  %v0 = load i32, ptr %record
  %v0.more = add i32 %v0, 1
  store i32 %v0.more, ptr %record
  %r1 = getelementptr [13 x i32], ptr %record, i32 0, i32 1
  store i32 %tx, ptr %r1
  %r2 = getelementptr [13 x i32], ptr %record, i32 0, i32 2
  store i32 %ty, ptr %r2
  %r3 = getelementptr [13 x i32], ptr %record, i32 0, i32 3
  store i32 %tz, ptr %r3
  %r4 = getelementptr [13 x i32], ptr %record, i32 0, i32 4
  store i32 %bx, ptr %r4
  %r5 = getelementptr [13 x i32], ptr %record, i32 0, i32 5
  store i32 %by, ptr %r5
  %r6 = getelementptr [13 x i32], ptr %record, i32 0, i32 6
  store i32 %bz, ptr %r6
  %r7 = getelementptr [13 x i32], ptr %record, i32 0, i32 7
  store i32 %sx, ptr %r7
  %r8 = getelementptr [13 x i32], ptr %record, i32 0, i32 8
  store i32 %sy, ptr %r8
  %r9 = getelementptr [13 x i32], ptr %record, i32 0, i32 9
  store i32 %sz, ptr %r9
  %r10 = getelementptr [13 x i32], ptr %record, i32 0, i32 10
  store i32 %gx, ptr %r10
  %r11 = getelementptr [13 x i32], ptr %record, i32 0, i32 11
  store i32 %gy, ptr %r11
  %r12 = getelementptr [13 x i32], ptr %record, i32 0, i32 12
  store i32 %gz, ptr %r12
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @indices(ptr %dyn_ptr, ptr %out) {
;;   %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %1 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y()
;;   %2 = call range(i32 0, 64) i32 @llvm.nvvm.read.ptx.sreg.tid.z()
;;   %3 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
;;   %4 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
;;   %5 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
;;   %6 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
;;   %7 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
;;   %8 = call range(i32 1, 65) i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
;;   %9 = call range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
;;   %10 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
;;   %11 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()
;;   %v0.i = load i32, ptr %record.i, align 4
;;   store i32 %v0.more.i, ptr %record.i, align 4
;;   store i32 %0, ptr %r1.i, align 4
;;   store i32 %1, ptr %r2.i, align 4
;;   store i32 %2, ptr %r3.i, align 4
;;   store i32 %3, ptr %r4.i, align 4
;;   store i32 %4, ptr %r5.i, align 4
;;   store i32 %5, ptr %r6.i, align 4
;;   store i32 %6, ptr %r7.i, align 4
;;   store i32 %7, ptr %r8.i, align 4
;;   store i32 %8, ptr %r9.i, align 4
;;   store i32 %9, ptr %r10.i, align 4
;;   store i32 %10, ptr %r11.i, align 4
;;   store i32 %11, ptr %r12.i, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @indices(ptr %dyn_ptr, ptr addrspace(1) %out) {
;;   %1 = call i32 @llvm.amdgcn.workitem.id.x()
;;   %2 = call i32 @llvm.amdgcn.workitem.id.y()
;;   %3 = call i32 @llvm.amdgcn.workitem.id.z()
;;   %4 = call i32 @llvm.amdgcn.workgroup.id.x()
;;   %5 = call i32 @llvm.amdgcn.workgroup.id.y()
;;   %6 = call i32 @llvm.amdgcn.workgroup.id.z()
;;   %7 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %8 = getelementptr inbounds i8, ptr addrspace(4) %7, i32 12
;;   %9 = load i16, ptr addrspace(4) %8, align 2
;;   %10 = zext i16 %9 to i32
;;   %11 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %12 = getelementptr inbounds i8, ptr addrspace(4) %11, i32 14
;;   %13 = load i16, ptr addrspace(4) %12, align 2
;;   %14 = zext i16 %13 to i32
;;   %15 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %16 = getelementptr inbounds i8, ptr addrspace(4) %15, i32 16
;;   %17 = load i16, ptr addrspace(4) %16, align 2
;;   %18 = zext i16 %17 to i32
;;   %19 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %20 = load i32, ptr addrspace(4) %19, align 4
;;   %21 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %22 = getelementptr inbounds i8, ptr addrspace(4) %21, i32 4
;;   %23 = load i32, ptr addrspace(4) %22, align 4
;;   %24 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %25 = getelementptr inbounds i8, ptr addrspace(4) %24, i32 8
;;   %26 = load i32, ptr addrspace(4) %25, align 4
;;   %v0.i = load i32, ptr %record.i, align 4
;;   store i32 %v0.more.i, ptr %record.i, align 4
;;   store i32 %1, ptr %r1.i, align 4
;;   store i32 %2, ptr %r2.i, align 4
;;   store i32 %3, ptr %r3.i, align 4
;;   store i32 %4, ptr %r4.i, align 4
;;   store i32 %5, ptr %r5.i, align 4
;;   store i32 %6, ptr %r6.i, align 4
;;   store i32 %10, ptr %r7.i, align 4
;;   store i32 %14, ptr %r8.i, align 4
;;   store i32 %18, ptr %r9.i, align 4
;;   store i32 %20, ptr %r10.i, align 4
;;   store i32 %23, ptr %r11.i, align 4
;;   store i32 %26, ptr %r12.i, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @indices(ptr %dyn_ptr, ptr %out) {
;;   %3 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
;;   %4 = load i32, ptr %3, align 4
;;   %6 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
;;   %7 = load i32, ptr %6, align 4
;;   %10 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
;;   %11 = load i32, ptr %10, align 4
;;   %14 = zext i32 %4 to i64
;;   %16 = zext i32 %9 to i64
;;   %18 = zext i32 %13 to i64
;;   call void @indices.blocks(ptr %dyn_ptr, ptr %out, ptr %piece)
;;   %24 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
;;   %25 = load i32, ptr %24, align 4
;;   %27 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
;;   %28 = load i32, ptr %27, align 4
;;   %31 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
;;   %32 = load i32, ptr %31, align 4
;;   %35 = zext i32 %25 to i64
;;   %36 = zext i32 %30 to i64
;;   %37 = zext i32 %34 to i64
;; }
