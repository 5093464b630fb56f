; how does a kernel on a GPU get its arguments, for each runtime?

; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-19
; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-20
; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-21
; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-22
; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-23
; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=portable
define void @k(i64 %n, ptr %x) section "offload.kernel" {
  store i64 %n, ptr %x
  ret void
}
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-19
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-20
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-21
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-22
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=portable
;; define ptx_kernel void @k(ptr nocapture readnone %dyn_ptr, i64 %n, ptr nocapture writeonly initializes((0, 8)) %x) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) {
;; entry:
;;   store i64 %n, ptr %x, align 4
;;   ret void
;; }
;; irgen device --emit=ll --target=nvptx64:sm_90 --runtime-abi=llvm-23
;; define ptx_kernel void @k(i64 %n, ptr nocapture writeonly initializes((0, 8)) %x, ptr nocapture readnone %dyn_ptr) local_unnamed_addr mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) {
;; entry:
;;   store i64 %n, ptr %x, align 4
;;   ret void
;; }
