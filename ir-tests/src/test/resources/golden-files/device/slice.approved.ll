; is a slice a pointer and a length?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; blocks thread.x.body, thread.x.exit
; and @twice.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @twice.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @twice.blocks(ptr %dyn_ptr, ptr %values, i64 %count, ptr %piece) noinline {
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %before.i = mul i32 %block.x, %12
;;   %first.i = add i32 %before.i, %thread.x
;;   %all.i = mul i32 %1, %12
;;   %start.i = zext i32 %first.i to i64
;;   %step.i = zext i32 %all.i to i64
;;   br label %header.i
;;
;; thread.x.exit:                                    ; preds = %thread.x.header
;;   %57 = add i32 %thread.y, 1
;;   br label %thread.y.header
;;
;; }
; every line
; lines with define, call, phi, store, load, %count, zext, trunc
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)

define void @twice(ptr %values, i64 %count) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %blocks = call i32 @offload.grid.size(i32 0)
  %before = mul i32 %block, %threads
  %first = add i32 %before, %thread
  %all = mul i32 %blocks, %threads
  %start = zext i32 %first to i64
  %step = zext i32 %all to i64
  br label %header

header:
  %i = phi i64 [ %start, %entry ], [ %next, %body ]
  %inside = icmp ult i64 %i, %count
  br i1 %inside, label %body, label %exit

body:
  %p = getelementptr inbounds double, ptr %values, i64 %i
  %v = load double, ptr %p
  %twice = fadd double %v, %v
  store double %twice, ptr %p
  %next = add i64 %i, %step
  br label %header

exit:
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @twice(ptr %dyn_ptr, ptr %values, i64 %count) {
;;   %0 = call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %1 = call range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
;;   %2 = call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
;;   %3 = call range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
;;   %start.i = zext i32 %first.i to i64
;;   %step.i = zext i32 %all.i to i64
;;   %i.i = phi i64 [ %start.i, %entry ], [ %next.i, %body.i ]
;;   %inside.i = icmp ult i64 %i.i, %count
;;   %v.i = load double, ptr %p.i, align 8
;;   store double %twice.i, ptr %p.i, align 8
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @twice(ptr %dyn_ptr, ptr addrspace(1) %values, i64 %count) {
;;   %1 = call i32 @llvm.amdgcn.workitem.id.x()
;;   %2 = call i32 @llvm.amdgcn.workgroup.id.x()
;;   %3 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %5 = load i16, ptr addrspace(4) %4, align 2
;;   %6 = zext i16 %5 to i32
;;   %7 = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
;;   %8 = load i32, ptr addrspace(4) %7, align 4
;;   %start.i = zext i32 %first.i to i64
;;   %step.i = zext i32 %all.i to i64
;;   %i.i = phi i64 [ %start.i, %entry ], [ %next.i, %body.i ]
;;   %inside.i = icmp ult i64 %i.i, %count
;;   %v.i = load double, ptr %p.i, align 8
;;   store double %twice.i, ptr %p.i, align 8
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @twice(ptr %dyn_ptr, ptr %values, i64 %count) {
;;   %2 = call i64 @write(i32 2, ptr @.offload_message, i64 148)
;;   call void @abort()
;;   %4 = load i32, ptr %3, align 4
;;   %7 = load i32, ptr %6, align 4
;;   %11 = load i32, ptr %10, align 4
;;   %14 = zext i32 %4 to i64
;;   %16 = zext i32 %9 to i64
;;   %18 = zext i32 %13 to i64
;;   call void @twice.blocks(ptr %dyn_ptr, ptr %values, i64 %count, ptr null)
;;   %21 = call i1 @.offload.cores.sole()
;;   %23 = load i64, ptr %22, align 4
;;   %25 = load i64, ptr %24, align 4
;;   %27 = load i64, ptr %26, align 4
;;   %37 = add i64 %36, %count
;;   %38 = call i1 @.offload.cores.again(ptr @twice.cost, i64 %37)
;;   call void @twice.spread(ptr %dyn_ptr, ptr %values, i64 %count)
;; }
;; @.offload_message = private unnamed_addr constant [149 x i8] c"offload4j: error: kernel 'twice' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @twice.cost = internal global { double, i64, i64, i64 } zeroinitializer
