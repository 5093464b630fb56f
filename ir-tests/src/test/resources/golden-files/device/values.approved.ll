; how are values that do not fit a slot put together again?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; lines with [2 x i64], [3 x i64], store i64 %, load {, load i64, extractvalue, .blocks
; and @sum.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @sum.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @sum.blocks(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3, ptr %piece) noinline {
;;   %0 = alloca [2 x i64], align 16
;;   %1 = alloca [3 x i64], align 32
;;   %first = load i64, ptr %piece, align 8
;;   %end = load i64, ptr %30, align 8
;;   store i64 %pair, ptr %0, align 8
;;   %58 = getelementptr inbounds [2 x i64], ptr %0, i32 0, i32 1
;;   store i64 %pair1, ptr %58, align 8
;;   %59 = load { i64, i32 }, ptr %0, align 16
;;   store i64 %three, ptr %1, align 8
;;   %60 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 1
;;   store i64 %three2, ptr %60, align 8
;;   %61 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 2
;;   store i64 %three3, ptr %61, align 8
;;   %a.i.i = extractvalue { i64, i32 } %59, 0
;;   %b.i.i = load i64, ptr %1, align 4
;;   store i64 %s.i.i, ptr %out, align 4
;; }
define void @sum(ptr %out, { i64, i32 } %pair, ptr byval([3 x i64]) align 32 %three) "offload-kernel" {
  %a = extractvalue { i64, i32 } %pair, 0
  %b = load i64, ptr %three
  %s = add i64 %a, %b
  store i64 %s, ptr %out
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @sum(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   %0 = alloca [2 x i64], align 16
;;   %1 = alloca [3 x i64], align 32
;;   store i64 %pair, ptr %0, align 8
;;   %2 = getelementptr inbounds [2 x i64], ptr %0, i32 0, i32 1
;;   store i64 %pair1, ptr %2, align 8
;;   %3 = load { i64, i32 }, ptr %0, align 16
;;   store i64 %three, ptr %1, align 8
;;   %4 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 1
;;   store i64 %three2, ptr %4, align 8
;;   %5 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 2
;;   store i64 %three3, ptr %5, align 8
;;   %a.i.i = extractvalue { i64, i32 } %3, 0
;;   %b.i.i = load i64, ptr %1, align 4
;;   store i64 %s.i.i, ptr %out, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @sum(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   %0 = alloca [2 x i64], align 16, addrspace(5)
;;   %1 = alloca [3 x i64], align 32, addrspace(5)
;;   store i64 %pair, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x i64], ptr %3, i32 0, i32 1
;;   store i64 %pair1, ptr %4, align 8
;;   %5 = load { i64, i32 }, ptr %3, align 16
;;   store i64 %three, ptr %6, align 8
;;   %7 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 1
;;   store i64 %three2, ptr %7, align 8
;;   %8 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 2
;;   store i64 %three3, ptr %8, align 8
;;   %a.i.i = extractvalue { i64, i32 } %5, 0
;;   %b.i.i = load i64, ptr %6, align 4
;;   store i64 %s.i.i, ptr %2, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @sum(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   call void @sum.blocks(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3, ptr null)
;;   %23 = load i64, ptr %22, align 4
;;   %25 = load i64, ptr %24, align 4
;;   %27 = load i64, ptr %26, align 4
;; }
