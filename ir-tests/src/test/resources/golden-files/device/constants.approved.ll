; are variables kept, and hidden?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; blocks thread.x.body
; and @weight.blocks, @weights, @launches
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @weight.blocks
;; @weights = internal constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
;; @launches = internal global i32 40
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @weight.blocks(ptr %dyn_ptr, ptr %out, i64 %which, ptr %piece) noinline {
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %i.i = and i32 %22, 3
;;   %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
;;   %w.i = load i32, ptr %p.i, align 4
;;   store i32 %w.i, ptr %out, align 4
;;   %before.i = load i32, ptr @launches, align 4
;;   %now.i = add i32 %before.i, 1
;;   store i32 %now.i, ptr @launches, align 4
;;   %out.launches.i = getelementptr i32, ptr %out, i32 1
;;   store i32 %now.i, ptr %out.launches.i, align 4
;;   %57 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; }
;; @weights = internal constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
;; @launches = internal global i32 40
; blocks entry
@weights = constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
@launches = global i32 40

define void @weight(ptr %out, i32 %which) "offload-kernel" {
  %i = and i32 %which, 3
  %p = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i
  %w = load i32, ptr %p
  store i32 %w, ptr %out
  %before = load i32, ptr @launches
  %now = add i32 %before, 1
  store i32 %now, ptr @launches
  %out.launches = getelementptr i32, ptr %out, i32 1
  store i32 %now, ptr %out.launches
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @weight(ptr %dyn_ptr, ptr %out, i64 %which) {
;; entry:
;;   %0 = trunc i64 %which to i32
;;   %i.i = and i32 %0, 3
;;   %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
;;   %w.i = load i32, ptr %p.i, align 4
;;   store i32 %w.i, ptr %out, align 4
;;   %before.i = load i32, ptr @launches, align 4
;;   %now.i = add i32 %before.i, 1
;;   store i32 %now.i, ptr @launches, align 4
;;   %out.launches.i = getelementptr i32, ptr %out, i32 1
;;   store i32 %now.i, ptr %out.launches.i, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @weight(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %which) {
;; entry:
;;   %0 = addrspacecast ptr addrspace(1) %out to ptr
;;   %1 = trunc i64 %which to i32
;;   %i.i = and i32 %1, 3
;;   %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
;;   %w.i = load i32, ptr %p.i, align 4
;;   store i32 %w.i, ptr %0, align 4
;;   %before.i = load i32, ptr @launches, align 4
;;   %now.i = add i32 %before.i, 1
;;   store i32 %now.i, ptr @launches, align 4
;;   %out.launches.i = getelementptr i32, ptr %0, i32 1
;;   store i32 %now.i, ptr %out.launches.i, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @weight(ptr %dyn_ptr, ptr %out, i64 %which) {
;; entry:
;;   %0 = ptrtoint ptr %dyn_ptr to i64
;;   %1 = icmp eq i64 %0, -1
;;   br i1 %1, label %without.bounds, label %start
;;
;; }
