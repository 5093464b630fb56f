; are variables that the host knows by name visible?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; and @counter, @table
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=x86_64
;; @counter = global i32 7
;; @table = dso_local global [4 x i32] zeroinitializer
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; @counter = protected global i32 7
;; @table = protected global [4 x i32] zeroinitializer
@counter = global i32 7, section "offload.device"
@table = internal global [4 x i32] zeroinitializer, section "offload.device"
; lines with @counter, @table
define void @count() "offload-kernel" {
  %n = load i32, ptr @counter
  store i32 %n, ptr @table
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @count(ptr %dyn_ptr) {
;;   %n.i = load i32, ptr @counter, align 4
;;   store i32 %n.i, ptr @table, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @count(ptr %dyn_ptr) {
;;   %n.i = load i32, ptr @counter, align 4
;;   store i32 %n.i, ptr @table, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @count(ptr %dyn_ptr) {
;; }
