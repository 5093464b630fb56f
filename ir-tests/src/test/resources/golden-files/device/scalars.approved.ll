; is a scalar of any kind taken out of its slot?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; lines with trunc, bitcast, volatile
; and @scalars.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @scalars.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @scalars.blocks(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real, ptr %piece) noinline {
;;   %22 = trunc i64 %flag to i1
;;   %23 = trunc i64 %byte to i8
;;   %24 = trunc i64 %word to i16
;;   %25 = trunc i64 %integer to i32
;;   %26 = trunc i64 %half to i16
;;   %27 = bitcast i16 %26 to half
;;   %28 = trunc i64 %single to i32
;;   %29 = bitcast i32 %28 to float
;;   %30 = bitcast i64 %real to double
;;   %42 = trunc i64 %41 to i32
;;   %46 = trunc i64 %45 to i32
;;   %49 = trunc i64 %47 to i32
;;   store volatile i1 %22, ptr %out, align 1
;;   store volatile i8 %23, ptr %out, align 1
;;   store volatile i16 %24, ptr %out, align 2
;;   store volatile i32 %25, ptr %out, align 4
;;   store volatile i64 %wide, ptr %out, align 4
;;   store volatile half %27, ptr %out, align 2
;;   store volatile float %29, ptr %out, align 4
;;   store volatile double %30, ptr %out, align 8
;; }
define void @scalars(ptr %out, i1 %flag, i8 %byte, i16 %word, i32 %integer, i64 %wide, half %half, float %single, double %real) "offload-kernel" {
  store volatile i1 %flag, ptr %out
  store volatile i8 %byte, ptr %out
  store volatile i16 %word, ptr %out
  store volatile i32 %integer, ptr %out
  store volatile i64 %wide, ptr %out
  store volatile half %half, ptr %out
  store volatile float %single, ptr %out
  store volatile double %real, ptr %out
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;;   %0 = trunc i64 %flag to i1
;;   %1 = trunc i64 %byte to i8
;;   %2 = trunc i64 %word to i16
;;   %3 = trunc i64 %integer to i32
;;   %4 = trunc i64 %half to i16
;;   %5 = bitcast i16 %4 to half
;;   %6 = trunc i64 %single to i32
;;   %7 = bitcast i32 %6 to float
;;   %8 = bitcast i64 %real to double
;;   store volatile i1 %0, ptr %out, align 1
;;   store volatile i8 %1, ptr %out, align 1
;;   store volatile i16 %2, ptr %out, align 2
;;   store volatile i32 %3, ptr %out, align 4
;;   store volatile i64 %wide, ptr %out, align 4
;;   store volatile half %5, ptr %out, align 2
;;   store volatile float %7, ptr %out, align 4
;;   store volatile double %8, ptr %out, align 8
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @scalars(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;;   %1 = trunc i64 %flag to i1
;;   %2 = trunc i64 %byte to i8
;;   %3 = trunc i64 %word to i16
;;   %4 = trunc i64 %integer to i32
;;   %5 = trunc i64 %half to i16
;;   %6 = bitcast i16 %5 to half
;;   %7 = trunc i64 %single to i32
;;   %8 = bitcast i32 %7 to float
;;   %9 = bitcast i64 %real to double
;;   store volatile i1 %1, ptr %0, align 1
;;   store volatile i8 %2, ptr %0, align 1
;;   store volatile i16 %3, ptr %0, align 2
;;   store volatile i32 %4, ptr %0, align 4
;;   store volatile i64 %wide, ptr %0, align 4
;;   store volatile half %6, ptr %0, align 2
;;   store volatile float %8, ptr %0, align 4
;;   store volatile double %9, ptr %0, align 8
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;; }
