; whom does a fence order memory for?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; blocks thread.x.body, alone.i, beside.others.i, .offload.atomic.either.0.exit
; and @tell.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @tell.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @tell.blocks(ptr %dyn_ptr, ptr %message, ptr %near, ptr %far, ptr %piece) noinline {
;; thread.x.body:                                    ; preds = %thread.x.header
;;   store i32 7, ptr %message, align 4
;;   fence syncscope("singlethread") seq_cst
;;   store atomic i32 1, ptr %near monotonic, align 4
;;   br i1 %alone, label %alone.i, label %beside.others.i
;;
;; alone.i:                                          ; preds = %thread.x.body
;;   br label %.offload.atomic.either.0.exit
;;
;; beside.others.i:                                  ; preds = %thread.x.body
;;   fence seq_cst
;;   br label %.offload.atomic.either.0.exit
;;
;; .offload.atomic.either.0.exit:                    ; preds = %beside.others.i, %alone.i
;;   store atomic i32 1, ptr %far monotonic, align 4
;;   %56 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; }
; blocks entry
declare void @offload.fence.block()
declare void @offload.fence.device()

define void @tell(ptr %message, ptr %near, ptr %far) "offload-kernel" {
  store i32 7, ptr %message
  call void @offload.fence.block()
  store atomic i32 1, ptr %near syncscope("workgroup") monotonic, align 4
  call void @offload.fence.device()
  store atomic i32 1, ptr %far syncscope("agent") monotonic, align 4
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @tell(ptr %dyn_ptr, ptr %message, ptr %near, ptr %far) {
;; entry:
;;   store i32 7, ptr %message, align 4
;;   fence syncscope("block") seq_cst
;;   store atomic i32 1, ptr %near syncscope("block") monotonic, align 4
;;   fence syncscope("device") seq_cst
;;   store atomic i32 1, ptr %far syncscope("device") monotonic, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @tell(ptr %dyn_ptr, ptr addrspace(1) %message, ptr addrspace(1) %near, ptr addrspace(1) %far) {
;; entry:
;;   %0 = addrspacecast ptr addrspace(1) %message to ptr
;;   %1 = addrspacecast ptr addrspace(1) %near to ptr
;;   %2 = addrspacecast ptr addrspace(1) %far to ptr
;;   store i32 7, ptr %0, align 4
;;   fence syncscope("workgroup") seq_cst
;;   store atomic i32 1, ptr %1 syncscope("workgroup") monotonic, align 4
;;   fence syncscope("agent") seq_cst
;;   store atomic i32 1, ptr %2 syncscope("agent") monotonic, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @tell(ptr %dyn_ptr, ptr %message, ptr %near, ptr %far) {
;; entry:
;;   %0 = ptrtoint ptr %dyn_ptr to i64
;;   %1 = icmp eq i64 %0, -1
;;   br i1 %1, label %without.bounds, label %start
;;
;; }
