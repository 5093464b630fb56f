; what answers in three dimensions where a thread is?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; lines with volatile
; and @indices.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @indices.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @indices.blocks(ptr %dyn_ptr, ptr %out, ptr %piece) noinline {
;;   store volatile i32 %thread.x, ptr %out, align 4
;;   store volatile i32 %thread.y, ptr %out, align 4
;;   store volatile i32 %thread.z, ptr %out, align 4
;;   store volatile i32 %block.x, ptr %out, align 4
;;   store volatile i32 %block.y, ptr %out, align 4
;;   store volatile i32 %block.z, ptr %out, align 4
;;   store volatile i32 %12, ptr %out, align 4
;;   store volatile i32 %17, ptr %out, align 4
;;   store volatile i32 %21, ptr %out, align 4
;;   store volatile i32 %1, ptr %out, align 4
;;   store volatile i32 %6, ptr %out, align 4
;;   store volatile i32 %10, ptr %out, align 4
;; }
; lines with llvm., load i16, zext i16, addrspace(4), volatile, .blocks
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)

define void @indices(ptr %out) "offload-kernel" {
  %thread.id.x = call i32 @offload.thread.id(i32 0)
  store volatile i32 %thread.id.x, ptr %out
  %thread.id.y = call i32 @offload.thread.id(i32 1)
  store volatile i32 %thread.id.y, ptr %out
  %thread.id.z = call i32 @offload.thread.id(i32 2)
  store volatile i32 %thread.id.z, ptr %out
  %block.id.x = call i32 @offload.block.id(i32 0)
  store volatile i32 %block.id.x, ptr %out
  %block.id.y = call i32 @offload.block.id(i32 1)
  store volatile i32 %block.id.y, ptr %out
  %block.id.z = call i32 @offload.block.id(i32 2)
  store volatile i32 %block.id.z, ptr %out
  %block.size.x = call i32 @offload.block.size(i32 0)
  store volatile i32 %block.size.x, ptr %out
  %block.size.y = call i32 @offload.block.size(i32 1)
  store volatile i32 %block.size.y, ptr %out
  %block.size.z = call i32 @offload.block.size(i32 2)
  store volatile i32 %block.size.z, ptr %out
  %grid.size.x = call i32 @offload.grid.size(i32 0)
  store volatile i32 %grid.size.x, ptr %out
  %grid.size.y = call i32 @offload.grid.size(i32 1)
  store volatile i32 %grid.size.y, ptr %out
  %grid.size.z = call i32 @offload.grid.size(i32 2)
  store volatile i32 %grid.size.z, ptr %out
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @indices(ptr %dyn_ptr, ptr %out) {
;;   %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   store volatile i32 %0, ptr %out, align 4
;;   %1 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y()
;;   store volatile i32 %1, ptr %out, align 4
;;   %2 = call range(i32 0, 64) i32 @llvm.nvvm.read.ptx.sreg.tid.z()
;;   store volatile i32 %2, ptr %out, align 4
;;   %3 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
;;   store volatile i32 %3, ptr %out, align 4
;;   %4 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
;;   store volatile i32 %4, ptr %out, align 4
;;   %5 = call range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
;;   store volatile i32 %5, ptr %out, align 4
;;   %6 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
;;   store volatile i32 %6, ptr %out, align 4
;;   %7 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
;;   store volatile i32 %7, ptr %out, align 4
;;   %8 = call range(i32 1, 65) i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
;;   store volatile i32 %8, ptr %out, align 4
;;   %9 = call range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
;;   store volatile i32 %9, ptr %out, align 4
;;   %10 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
;;   store volatile i32 %10, ptr %out, align 4
;;   %11 = call range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()
;;   store volatile i32 %11, ptr %out, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @indices(ptr %dyn_ptr, ptr addrspace(1) %out) {
;;   %1 = call i32 @llvm.amdgcn.workitem.id.x()
;;   store volatile i32 %1, ptr %0, align 4
;;   %2 = call i32 @llvm.amdgcn.workitem.id.y()
;;   store volatile i32 %2, ptr %0, align 4
;;   %3 = call i32 @llvm.amdgcn.workitem.id.z()
;;   store volatile i32 %3, ptr %0, align 4
;;   %4 = call i32 @llvm.amdgcn.workgroup.id.x()
;;   store volatile i32 %4, ptr %0, align 4
;;   %5 = call i32 @llvm.amdgcn.workgroup.id.y()
;;   store volatile i32 %5, ptr %0, align 4
;;   %6 = call i32 @llvm.amdgcn.workgroup.id.z()
;;   store volatile i32 %6, ptr %0, align 4
;;   %7 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %8 = getelementptr inbounds i8, ptr addrspace(4) %7, i32 12
;;   %9 = load i16, ptr addrspace(4) %8, align 2
;;   %10 = zext i16 %9 to i32
;;   store volatile i32 %10, ptr %0, align 4
;;   %11 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %12 = getelementptr inbounds i8, ptr addrspace(4) %11, i32 14
;;   %13 = load i16, ptr addrspace(4) %12, align 2
;;   %14 = zext i16 %13 to i32
;;   store volatile i32 %14, ptr %0, align 4
;;   %15 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %16 = getelementptr inbounds i8, ptr addrspace(4) %15, i32 16
;;   %17 = load i16, ptr addrspace(4) %16, align 2
;;   %18 = zext i16 %17 to i32
;;   store volatile i32 %18, ptr %0, align 4
;;   %19 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %20 = load i32, ptr addrspace(4) %19, align 4
;;   store volatile i32 %20, ptr %0, align 4
;;   %21 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %22 = getelementptr inbounds i8, ptr addrspace(4) %21, i32 4
;;   %23 = load i32, ptr addrspace(4) %22, align 4
;;   store volatile i32 %23, ptr %0, align 4
;;   %24 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %25 = getelementptr inbounds i8, ptr addrspace(4) %24, i32 8
;;   %26 = load i32, ptr addrspace(4) %25, align 4
;;   store volatile i32 %26, ptr %0, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @indices(ptr %dyn_ptr, ptr %out) {
;;   call void @indices.blocks(ptr %dyn_ptr, ptr %out, ptr null)
;; }
