; how does an image for 64-bit Arm find out what the machine has?

; irgen device --emit=ll --target=aarch64:neoverse-v2 --target=aarch64
; and @.offload.processor
;; define internal i32 @.offload.processor() "target-cpu"="generic" {
;; entry:
;;   %known = load atomic i32, ptr @.offload.chosen monotonic, align 4
;;   %is = icmp ne i32 %known, -1
;;   br i1 %is, label %remembered, label %look
;;
;; remembered:                                       ; preds = %entry
;;   ret i32 %known
;;
;; look:                                             ; preds = %entry
;;   %w0 = call i64 @getauxval(i64 16)
;;   %w1 = call i64 @getauxval(i64 26)
;;   br label %words
;;
;; words:                                            ; preds = %look
;;   %chosen1 = select i1 true, i32 1, i32 2
;;   %bits0.0 = and i64 %w0, 751958011
;;   %has0.0 = icmp eq i64 %bits0.0, 751958011
;;   %all0.0 = and i1 true, %has0.0
;;   %bits0.1 = and i64 %w1, 95123
;;   %has0.1 = icmp eq i64 %bits0.1, 95123
;;   %all0.1 = and i1 %all0.0, %has0.1
;;   %chosen0 = select i1 %all0.1, i32 0, i32 %chosen1
;;   store atomic i32 %chosen0, ptr @.offload.chosen monotonic, align 4
;;   ret i32 %chosen0
;; }
define void @fill(ptr %p) "offload-kernel" {
  store i32 1, ptr %p
  ret void
}
;; define void @fill(ptr %dyn_ptr, ptr %p) "target-cpu"="generic" {
;; entry:
;;   %known = load atomic i32, ptr @.offload.chosen monotonic, align 4
;;   %0 = icmp eq i32 %known, 0
;;   br i1 %0, label %this.0, label %other.0
;;
;; this.0:                                           ; preds = %entry
;;   tail call void @fill.neoverse-v2(ptr %dyn_ptr, ptr %p)
;;   ret void
;;
;; other.0:                                          ; preds = %entry
;;   tail call void @fill.choosing(ptr %dyn_ptr, ptr %p)
;;   ret void
;; }
;; @.offload.chosen = internal global i32 -1
