; do atomic updates stay what they are?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; lines with atomic, cmpxchg
; and @reduce.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @reduce.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @reduce.blocks(ptr %dyn_ptr, ptr %result, ptr readonly %values, i64 %n, ptr %piece) noinline {
;;   %sum.i = atomicrmw add ptr %result, i64 %wide.i monotonic, align 8
;;   %max.i = atomicrmw max ptr %p.max.i, i64 %wide.i monotonic, align 8
;;   %real.sum.i = atomicrmw fadd ptr %p.real.i, double %real.i monotonic, align 8
;;   %taken.i = cmpxchg ptr %p.taken.i, i64 %i.i, i64 %n acq_rel monotonic, align 8
;; }
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define void @reduce(ptr %result, ptr readonly %values, i64 %n) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %before = mul i32 %block, %threads
  %index = add i32 %before, %thread
  %i = zext i32 %index to i64
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %work, label %exit

work:
  %p = getelementptr inbounds i32, ptr %values, i64 %i
  %v = load i32, ptr %p
  %wide = sext i32 %v to i64
  %sum = atomicrmw add ptr %result, i64 %wide monotonic
  %p.max = getelementptr i64, ptr %result, i64 1
  %max = atomicrmw max ptr %p.max, i64 %wide monotonic
  %p.real = getelementptr i64, ptr %result, i64 2
  %real = sitofp i32 %v to double
  %real.sum = atomicrmw fadd ptr %p.real, double %real monotonic
  %p.taken = getelementptr i64, ptr %result, i64 3
  %taken = cmpxchg ptr %p.taken, i64 %i, i64 %n acq_rel monotonic
  br label %exit

exit:
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @reduce(ptr %dyn_ptr, ptr %result, ptr readonly %values, i64 %n) {
;;   %sum.i = atomicrmw add ptr %result, i64 %wide.i monotonic, align 8
;;   %max.i = atomicrmw max ptr %p.max.i, i64 %wide.i monotonic, align 8
;;   %real.sum.i = atomicrmw fadd ptr %p.real.i, double %real.i monotonic, align 8
;;   %taken.i = cmpxchg ptr %p.taken.i, i64 %i.i, i64 %n acq_rel monotonic, align 8
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @reduce(ptr %dyn_ptr, ptr addrspace(1) %result, ptr addrspace(1) readonly %values, i64 %n) {
;;   %sum.i = atomicrmw add ptr %0, i64 %wide.i monotonic, align 8
;;   %max.i = atomicrmw max ptr %p.max.i, i64 %wide.i monotonic, align 8
;;   %real.sum.i = atomicrmw fadd ptr %p.real.i, double %real.i monotonic, align 8
;;   %taken.i = cmpxchg ptr %p.taken.i, i64 %i.i, i64 %n acq_rel monotonic, align 8
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @reduce(ptr %dyn_ptr, ptr %result, ptr readonly %values, i64 %n) {
;; }
