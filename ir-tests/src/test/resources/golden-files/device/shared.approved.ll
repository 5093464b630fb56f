; do the threads of a block share memory, and wait for one another?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; and @tile, @.offload_message.1, @.offload_message.2
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; @tile = internal addrspace(3) global [64 x float] poison, align 16
;; no @.offload_message.1
;; no @.offload_message.2
;; irgen device --emit=ll -O=0 --target=x86_64
;; no @tile
;; @.offload_message.1 = private unnamed_addr constant [77 x i8] c"offload4j: error: kernel 'reverse' has no memory for the threads of a block\0A\00", align 1
;; @.offload_message.2 = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'reverse' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
; lines with alloca, call, = phi, addrspacecast
; and @reverse.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @reverse.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @reverse.blocks(ptr %dyn_ptr, ptr %values, ptr %piece) noinline {
;;   %0 = alloca ptr addrspace(3), align 8
;;   %36 = call i64 @write(i32 2, ptr @.offload_message, i64 113)
;;   call void @abort()
;;   %38 = call ptr @aligned_alloc(i64 64, i64 256)
;;   %41 = call i64 @write(i32 2, ptr @.offload_message.1, i64 76)
;;   call void @abort()
;;   %first3 = phi i64 [ 0, %allowed2 ], [ %first, %take ]
;;   %end4 = phi i64 [ %47, %allowed2 ], [ %end, %take ]
;;   %number = phi i64 [ %first3, %some ], [ %first3, %inside ], [ %99, %reverse.item.exit ]
;;   %block.x = phi i32 [ 0, %some ], [ %53, %inside ], [ %102, %reverse.item.exit ]
;;   %block.y = phi i32 [ 0, %some ], [ %57, %inside ], [ %106, %reverse.item.exit ]
;;   %block.z = phi i32 [ 0, %some ], [ %60, %inside ], [ %108, %reverse.item.exit ]
;;   call void @llvm.lifetime.start.p0(i64 8, ptr %0)
;;   %z.i = phi i32 [ 0, %block ], [ %80, %items.z.next.i ]
;;   %y.i = phi i32 [ 0, %items.z.i ], [ %78, %items.y.next.i ]
;;   %x.i = phi i32 [ 0, %items.y.i ], [ %76, %items.x.i ]
;;   %75 = addrspacecast ptr %38 to ptr addrspace(3)
;;   %z9.i = phi i32 [ 0, %items.end.i ], [ %97, %items.z.next7.i ]
;;   %y10.i = phi i32 [ 0, %items.z2.i ], [ %95, %items.y.next6.i ]
;;   %x11.i = phi i32 [ 0, %items.y3.i ], [ %93, %items.x4.i ]
;;   call void @llvm.lifetime.end.p0(i64 8, ptr %0)
;;   call void @free(ptr %38)
;;   %112 = call i1 @.offload.cores.more(ptr %piece)
;; }
; lines with addrspace(3), barrier, fence, @tile, .blocks, alloca
@tile = internal addrspace(3) global [64 x float] poison, align 16

declare i32 @offload.thread.id(i32)
declare void @offload.barrier()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %t
  store float %v, ptr addrspace(3) %slot
  call void @offload.barrier()
  %other = sub i32 63, %t
  %other.slot = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %other
  %w = load float, ptr addrspace(3) %other.slot
  store float %w, ptr %from
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @reverse(ptr %dyn_ptr, ptr %values) convergent {
;;   %slot.i = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %0
;;   store float %v.i, ptr addrspace(3) %slot.i, align 4
;;   call void @llvm.nvvm.barrier0()
;;   %other.slot.i = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
;;   %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @reverse(ptr %dyn_ptr, ptr addrspace(1) %values) convergent {
;;   %slot.i = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %1
;;   store float %v.i, ptr addrspace(3) %slot.i, align 4
;;   fence syncscope("workgroup") release
;;   call void @llvm.amdgcn.s.barrier()
;;   fence syncscope("workgroup") acquire
;;   %other.slot.i = getelementptr [64 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
;;   %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @reverse(ptr %dyn_ptr, ptr %values) {
;;   call void @reverse.blocks(ptr %dyn_ptr, ptr %values, ptr null)
;; }

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; is shared memory possible whose size the launch decides?
; and @tile
;; @tile = external addrspace(3) global [0 x float], align 16
; lines with addrspace(3), barrier, fence, @tile, .blocks, alloca
@tile = external addrspace(3) global [0 x float], align 16

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.size(i32)
declare void @offload.barrier()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %t
  store float %v, ptr addrspace(3) %slot
  call void @offload.barrier()
  %size = call i32 @offload.block.size(i32 0)
  %last = sub i32 %size, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other
  %w = load float, ptr addrspace(3) %other.slot
  store float %w, ptr %from
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @reverse(ptr %dyn_ptr, ptr %values) convergent {
;;   %slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %0
;;   store float %v.i, ptr addrspace(3) %slot.i, align 4
;;   call void @llvm.nvvm.barrier0()
;;   %other.slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
;;   %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @reverse(ptr %dyn_ptr, ptr addrspace(1) %values) convergent {
;;   %slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %1
;;   store float %v.i, ptr addrspace(3) %slot.i, align 4
;;   fence syncscope("workgroup") release
;;   call void @llvm.amdgcn.s.barrier()
;;   fence syncscope("workgroup") acquire
;;   %other.slot.i = getelementptr [0 x float], ptr addrspace(3) @tile, i32 0, i32 %other.i
;;   %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
;; }

; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
; where does such memory begin?
; and @offload_shared_begin
;; @offload_shared_begin = external local_unnamed_addr addrspace(3) global [0 x i8], align 16
; lines with addrspace(3), barrier, fence, @tile, .blocks, alloca
declare i32 @offload.thread.id(i32)
declare i32 @offload.block.size(i32)
declare void @offload.barrier()
declare ptr @offload.shared.dynamic()

define void @reverse(ptr %values) "offload-kernel" {
  %t = call i32 @offload.thread.id(i32 0)
  %tile = call ptr @offload.shared.dynamic()
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %slot = getelementptr float, ptr %tile, i32 %t
  store float %v, ptr %slot
  call void @offload.barrier()
  %size = call i32 @offload.block.size(i32 0)
  %last = sub i32 %size, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr float, ptr %tile, i32 %other
  %w = load float, ptr %other.slot
  store float %w, ptr %from
  ret void
}
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; define ptx_kernel void @reverse(ptr nocapture readnone %dyn_ptr, ptr nocapture %values) local_unnamed_addr convergent norecurse nounwind {
;;   %slot.i = getelementptr float, ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr), i64 %1
;;   tail call void @llvm.nvvm.barrier0()
;;   %other.slot.i = getelementptr float, ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr), i64 %4
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @reverse(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) nocapture %values) local_unnamed_addr convergent mustprogress nofree norecurse nounwind willreturn "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   %slot.i = getelementptr float, ptr addrspace(3) @offload_shared_begin, i32 %0
;;   store float %v.i, ptr addrspace(3) %slot.i, align 4
;;   fence syncscope("workgroup") release
;;   tail call void @llvm.amdgcn.s.barrier()
;;   fence syncscope("workgroup") acquire
;;   %7 = getelementptr float, ptr addrspace(3) @offload_shared_begin, i32 %6
;;   %other.slot.i = getelementptr float, ptr addrspace(3) %7, i32 %5
;;   %w.i = load float, ptr addrspace(3) %other.slot.i, align 4
;; }
