; is a scalar of any kind taken out of its slot?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; blocks thread.x.body
; and @scalars.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @scalars.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @scalars.blocks(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real, ptr %piece) noinline {
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %flag.unsigned.i = zext i1 %22 to i64
;;   store i64 %flag.unsigned.i, ptr %out, align 4
;;   %p1.i = getelementptr i64, ptr %out, i64 1
;;   %flag.signed.i = sext i1 %22 to i64
;;   store i64 %flag.signed.i, ptr %p1.i, align 4
;;   %p2.i = getelementptr i64, ptr %out, i64 2
;;   %byte.unsigned.i = zext i8 %23 to i64
;;   store i64 %byte.unsigned.i, ptr %p2.i, align 4
;;   %p3.i = getelementptr i64, ptr %out, i64 3
;;   %byte.signed.i = sext i8 %23 to i64
;;   store i64 %byte.signed.i, ptr %p3.i, align 4
;;   %p4.i = getelementptr i64, ptr %out, i64 4
;;   %word.unsigned.i = zext i16 %24 to i64
;;   store i64 %word.unsigned.i, ptr %p4.i, align 4
;;   %p5.i = getelementptr i64, ptr %out, i64 5
;;   %word.signed.i = sext i16 %24 to i64
;;   store i64 %word.signed.i, ptr %p5.i, align 4
;;   %p6.i = getelementptr i64, ptr %out, i64 6
;;   %integer.unsigned.i = zext i32 %25 to i64
;;   store i64 %integer.unsigned.i, ptr %p6.i, align 4
;;   %p7.i = getelementptr i64, ptr %out, i64 7
;;   %integer.signed.i = sext i32 %25 to i64
;;   store i64 %integer.signed.i, ptr %p7.i, align 4
;;   %p8.i = getelementptr i64, ptr %out, i64 8
;;   store i64 %wide, ptr %p8.i, align 4
;;   %p9.i = getelementptr i64, ptr %out, i64 9
;;   store half %27, ptr %p9.i, align 2
;;   %p10.i = getelementptr i64, ptr %out, i64 10
;;   store float %29, ptr %p10.i, align 4
;;   %p11.i = getelementptr i64, ptr %out, i64 11
;;   store double %30, ptr %p11.i, align 8
;;   %61 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; }
; blocks entry
define void @scalars(ptr %out, i1 %flag, i8 %byte, i16 %word, i32 %integer, i64 %wide, half %half, float %single, double %real) "offload-kernel" {
  %flag.unsigned = zext i1 %flag to i64
  store i64 %flag.unsigned, ptr %out
  %p1 = getelementptr i64, ptr %out, i64 1
  %flag.signed = sext i1 %flag to i64
  store i64 %flag.signed, ptr %p1
  %p2 = getelementptr i64, ptr %out, i64 2
  %byte.unsigned = zext i8 %byte to i64
  store i64 %byte.unsigned, ptr %p2
  %p3 = getelementptr i64, ptr %out, i64 3
  %byte.signed = sext i8 %byte to i64
  store i64 %byte.signed, ptr %p3
  %p4 = getelementptr i64, ptr %out, i64 4
  %word.unsigned = zext i16 %word to i64
  store i64 %word.unsigned, ptr %p4
  %p5 = getelementptr i64, ptr %out, i64 5
  %word.signed = sext i16 %word to i64
  store i64 %word.signed, ptr %p5
  %p6 = getelementptr i64, ptr %out, i64 6
  %integer.unsigned = zext i32 %integer to i64
  store i64 %integer.unsigned, ptr %p6
  %p7 = getelementptr i64, ptr %out, i64 7
  %integer.signed = sext i32 %integer to i64
  store i64 %integer.signed, ptr %p7
  %p8 = getelementptr i64, ptr %out, i64 8
  store i64 %wide, ptr %p8
  %p9 = getelementptr i64, ptr %out, i64 9
  store half %half, ptr %p9
  %p10 = getelementptr i64, ptr %out, i64 10
  store float %single, ptr %p10
  %p11 = getelementptr i64, ptr %out, i64 11
  store double %real, ptr %p11
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;; entry:
;;   %0 = trunc i64 %flag to i1
;;   %1 = trunc i64 %byte to i8
;;   %2 = trunc i64 %word to i16
;;   %3 = trunc i64 %integer to i32
;;   %4 = trunc i64 %half to i16
;;   %5 = bitcast i16 %4 to half
;;   %6 = trunc i64 %single to i32
;;   %7 = bitcast i32 %6 to float
;;   %8 = bitcast i64 %real to double
;;   %flag.unsigned.i = zext i1 %0 to i64
;;   store i64 %flag.unsigned.i, ptr %out, align 4
;;   %p1.i = getelementptr i64, ptr %out, i64 1
;;   %flag.signed.i = sext i1 %0 to i64
;;   store i64 %flag.signed.i, ptr %p1.i, align 4
;;   %p2.i = getelementptr i64, ptr %out, i64 2
;;   %byte.unsigned.i = zext i8 %1 to i64
;;   store i64 %byte.unsigned.i, ptr %p2.i, align 4
;;   %p3.i = getelementptr i64, ptr %out, i64 3
;;   %byte.signed.i = sext i8 %1 to i64
;;   store i64 %byte.signed.i, ptr %p3.i, align 4
;;   %p4.i = getelementptr i64, ptr %out, i64 4
;;   %word.unsigned.i = zext i16 %2 to i64
;;   store i64 %word.unsigned.i, ptr %p4.i, align 4
;;   %p5.i = getelementptr i64, ptr %out, i64 5
;;   %word.signed.i = sext i16 %2 to i64
;;   store i64 %word.signed.i, ptr %p5.i, align 4
;;   %p6.i = getelementptr i64, ptr %out, i64 6
;;   %integer.unsigned.i = zext i32 %3 to i64
;;   store i64 %integer.unsigned.i, ptr %p6.i, align 4
;;   %p7.i = getelementptr i64, ptr %out, i64 7
;;   %integer.signed.i = sext i32 %3 to i64
;;   store i64 %integer.signed.i, ptr %p7.i, align 4
;;   %p8.i = getelementptr i64, ptr %out, i64 8
;;   store i64 %wide, ptr %p8.i, align 4
;;   %p9.i = getelementptr i64, ptr %out, i64 9
;;   store half %5, ptr %p9.i, align 2
;;   %p10.i = getelementptr i64, ptr %out, i64 10
;;   store float %7, ptr %p10.i, align 4
;;   %p11.i = getelementptr i64, ptr %out, i64 11
;;   store double %8, ptr %p11.i, align 8
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @scalars(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;; entry:
;;   %0 = addrspacecast ptr addrspace(1) %out to ptr
;;   %1 = trunc i64 %flag to i1
;;   %2 = trunc i64 %byte to i8
;;   %3 = trunc i64 %word to i16
;;   %4 = trunc i64 %integer to i32
;;   %5 = trunc i64 %half to i16
;;   %6 = bitcast i16 %5 to half
;;   %7 = trunc i64 %single to i32
;;   %8 = bitcast i32 %7 to float
;;   %9 = bitcast i64 %real to double
;;   %flag.unsigned.i = zext i1 %1 to i64
;;   store i64 %flag.unsigned.i, ptr %0, align 4
;;   %p1.i = getelementptr i64, ptr %0, i64 1
;;   %flag.signed.i = sext i1 %1 to i64
;;   store i64 %flag.signed.i, ptr %p1.i, align 4
;;   %p2.i = getelementptr i64, ptr %0, i64 2
;;   %byte.unsigned.i = zext i8 %2 to i64
;;   store i64 %byte.unsigned.i, ptr %p2.i, align 4
;;   %p3.i = getelementptr i64, ptr %0, i64 3
;;   %byte.signed.i = sext i8 %2 to i64
;;   store i64 %byte.signed.i, ptr %p3.i, align 4
;;   %p4.i = getelementptr i64, ptr %0, i64 4
;;   %word.unsigned.i = zext i16 %3 to i64
;;   store i64 %word.unsigned.i, ptr %p4.i, align 4
;;   %p5.i = getelementptr i64, ptr %0, i64 5
;;   %word.signed.i = sext i16 %3 to i64
;;   store i64 %word.signed.i, ptr %p5.i, align 4
;;   %p6.i = getelementptr i64, ptr %0, i64 6
;;   %integer.unsigned.i = zext i32 %4 to i64
;;   store i64 %integer.unsigned.i, ptr %p6.i, align 4
;;   %p7.i = getelementptr i64, ptr %0, i64 7
;;   %integer.signed.i = sext i32 %4 to i64
;;   store i64 %integer.signed.i, ptr %p7.i, align 4
;;   %p8.i = getelementptr i64, ptr %0, i64 8
;;   store i64 %wide, ptr %p8.i, align 4
;;   %p9.i = getelementptr i64, ptr %0, i64 9
;;   store half %6, ptr %p9.i, align 2
;;   %p10.i = getelementptr i64, ptr %0, i64 10
;;   store float %8, ptr %p10.i, align 4
;;   %p11.i = getelementptr i64, ptr %0, i64 11
;;   store double %9, ptr %p11.i, align 8
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
;; entry:
;;   %arguments = alloca { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, align 8
;;   %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
;;   %0 = ptrtoint ptr %dyn_ptr to i64
;;   %1 = icmp eq i64 %0, -1
;;   br i1 %1, label %without.bounds, label %start
;;
;; }
