; how does an image choose among processors?

; irgen device --emit=ll --target=x86_64:x86-64-v3 --target=x86_64 --target=x86_64:x86-64-v4
; and @.offload.processor
;; define internal i32 @.offload.processor() "target-cpu"="x86-64" {
;; entry:
;;   %known = load atomic i32, ptr @.offload.chosen monotonic, align 4
;;   %is = icmp ne i32 %known, -1
;;   br i1 %is, label %remembered, label %look
;;
;; remembered:                                       ; preds = %entry
;;   ret i32 %known
;;
;; look:                                             ; preds = %entry
;;   %basic = call { i32, i32, i32, i32 } @.offload.cpuid(i32 -1, i32 0, i32 0)
;;   %most = extractvalue { i32, i32, i32, i32 } %basic, 0
;;   %leaf1 = call { i32, i32, i32, i32 } @.offload.cpuid(i32 %most, i32 1, i32 0)
;;   %leaf7 = call { i32, i32, i32, i32 } @.offload.cpuid(i32 %most, i32 7, i32 0)
;;   %parts = extractvalue { i32, i32, i32, i32 } %leaf7, 0
;;   %more = icmp uge i32 %parts, 1
;;   %most7 = select i1 %more, i32 %most, i32 0
;;   %part7 = call { i32, i32, i32, i32 } @.offload.cpuid(i32 %most7, i32 7, i32 1)
;;   %leafd = call { i32, i32, i32, i32 } @.offload.cpuid(i32 %most, i32 13, i32 1)
;;   %extended = call { i32, i32, i32, i32 } @.offload.cpuid(i32 -1, i32 -2147483648, i32 0)
;;   %mostx = extractvalue { i32, i32, i32, i32 } %extended, 0
;;   %leafx = call { i32, i32, i32, i32 } @.offload.cpuid(i32 %mostx, i32 -2147483647, i32 0)
;;   %r0 = extractvalue { i32, i32, i32, i32 } %leaf1, 2
;;   %w0 = zext i32 %r0 to i64
;;   %r1 = extractvalue { i32, i32, i32, i32 } %leaf7, 1
;;   %w1 = zext i32 %r1 to i64
;;   %r2 = extractvalue { i32, i32, i32, i32 } %leaf7, 2
;;   %w2 = zext i32 %r2 to i64
;;   %r3 = extractvalue { i32, i32, i32, i32 } %leaf7, 3
;;   %w3 = zext i32 %r3 to i64
;;   %r4 = extractvalue { i32, i32, i32, i32 } %part7, 0
;;   %w4 = zext i32 %r4 to i64
;;   %r5 = extractvalue { i32, i32, i32, i32 } %part7, 3
;;   %w5 = zext i32 %r5 to i64
;;   %r6 = extractvalue { i32, i32, i32, i32 } %leafx, 2
;;   %w6 = zext i32 %r6 to i64
;;   %r7 = extractvalue { i32, i32, i32, i32 } %leafd, 0
;;   %w7 = zext i32 %r7 to i64
;;   %saving = and i32 %r0, 134217728
;;   %saves = icmp ne i32 %saving, 0
;;   br i1 %saves, label %saved, label %words
;;
;; saved:                                            ; preds = %look
;;   %xcr0 = call { i32, i32 } asm sideeffect "xgetbv", "={ax},={dx},{cx},~{dirflag},~{fpsr},~{flags}"(i32 0)
;;   %low = extractvalue { i32, i32 } %xcr0, 0
;;   %low64 = zext i32 %low to i64
;;   br label %words
;;
;; words:                                            ; preds = %saved, %look
;;   %w8 = phi i64 [ 0, %look ], [ %low64, %saved ]
;;   %chosen2 = select i1 true, i32 2, i32 3
;;   %bits1.0 = and i64 %w0, 953692673
;;   %has1.0 = icmp eq i64 %bits1.0, 953692673
;;   %all1.0 = and i1 true, %has1.0
;;   %bits1.1 = and i64 %w1, 296
;;   %has1.1 = icmp eq i64 %bits1.1, 296
;;   %all1.1 = and i1 %all1.0, %has1.1
;;   %bits1.6 = and i64 %w6, 33
;;   %has1.6 = icmp eq i64 %bits1.6, 33
;;   %all1.6 = and i1 %all1.1, %has1.6
;;   %bits1.8 = and i64 %w8, 6
;;   %has1.8 = icmp eq i64 %bits1.8, 6
;;   %all1.8 = and i1 %all1.6, %has1.8
;;   %chosen1 = select i1 %all1.8, i32 1, i32 %chosen2
;;   %bits0.0 = and i64 %w0, 953692673
;;   %has0.0 = icmp eq i64 %bits0.0, 953692673
;;   %all0.0 = and i1 true, %has0.0
;;   %bits0.1 = and i64 %w1, 3489857832
;;   %has0.1 = icmp eq i64 %bits0.1, 3489857832
;;   %all0.1 = and i1 %all0.0, %has0.1
;;   %bits0.6 = and i64 %w6, 33
;;   %has0.6 = icmp eq i64 %bits0.6, 33
;;   %all0.6 = and i1 %all0.1, %has0.6
;;   %bits0.8 = and i64 %w8, 230
;;   %has0.8 = icmp eq i64 %bits0.8, 230
;;   %all0.8 = and i1 %all0.6, %has0.8
;;   %chosen0 = select i1 %all0.8, i32 0, i32 %chosen1
;;   store atomic i32 %chosen0, ptr @.offload.chosen monotonic, align 4
;;   ret i32 %chosen0
;; }
define void @fill(ptr %p) "offload-kernel" {
  store i32 1, ptr %p
  ret void
}
;; define void @fill(ptr %dyn_ptr, ptr %p) "target-cpu"="x86-64" {
;; entry:
;;   %known = load atomic i32, ptr @.offload.chosen monotonic, align 4
;;   %0 = icmp eq i32 %known, 0
;;   br i1 %0, label %this.0, label %other.0
;;
;; this.0:                                           ; preds = %entry
;;   tail call void @fill.x86-64-v4(ptr %dyn_ptr, ptr %p)
;;   ret void
;;
;; other.0:                                          ; preds = %entry
;;   tail call void @fill.choosing(ptr %dyn_ptr, ptr %p)
;;   ret void
;; }
;; @.offload.chosen = internal global i32 -1
