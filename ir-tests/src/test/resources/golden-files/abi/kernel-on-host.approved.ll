; how does a kernel on a host get its arguments, for each runtime?

; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-19
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-20
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-21
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-22
; lines with %dyn_ptr, %n, %x, .cores
define void @k(i64 %n, ptr %x) section "offload.kernel" {
  store i64 %n, ptr %x
  ret void
}
;; define void @k(ptr %dyn_ptr, i64 %n, ptr %x) local_unnamed_addr {
;;   %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
;;   %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 72
;;   %4 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 76
;;   %7 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 80
;; one:                                              ; preds = %.offload.cores.again.exit, %some, %start
;;   tail call fastcc void @k.blocks(ptr %dyn_ptr, i64 %n, ptr %x, ptr null)
;;   %18 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
;;   %20 = ptrtoint ptr %x to i64
;;   %26 = add i64 %25, %n
;;   br i1 %some.i, label %.offload.cores.again.exit, label %several
;; .offload.cores.again.exit:                        ; preds = %count.i
;;   %next.i = add nsw i64 %left.i, -1
;;   store atomic i64 %next.i, ptr getelementptr inbounds nuw (i8, ptr @k.cost, i64 16) monotonic, align 16
;;   tail call fastcc void @k.spread(ptr %dyn_ptr, i64 %n, ptr %x)
;; }
;; @k.cost = internal global { double, i64, i64, i64 } zeroinitializer

; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-23
; irgen device --emit=ll --target=x86_64 --runtime-abi=portable
define void @k(i64 %n, ptr %x) section "offload.kernel" {
  store i64 %n, ptr %x
  ret void
}
;; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-23
;; define void @k(ptr %arguments) {
;; entry:
;;   %0 = getelementptr inbounds i8, ptr %arguments, i32 16
;;   %1 = load ptr, ptr %0, align 8
;;   %dyn_ptr = load ptr, ptr %1, align 8
;;   %2 = load ptr, ptr %arguments, align 8
;;   %n = load i64, ptr %2, align 8
;;   %3 = getelementptr inbounds i8, ptr %arguments, i32 8
;;   %4 = load ptr, ptr %3, align 8
;;   %x = load ptr, ptr %4, align 8
;;   call void @k.slots(ptr %dyn_ptr, i64 %n, ptr %x)
;;   ret void
;; }
;; irgen device --emit=ll --target=x86_64 --runtime-abi=portable
;; define void @k(ptr %struct_or_array, i64 %n, ptr %x) {
;; entry:
;;   %0 = ptrtoint ptr %struct_or_array to i64
;;   %1 = icmp eq i64 %0, -1
;;   br i1 %1, label %registers, label %look
;;
;; look:                                             ; preds = %entry
;;   %2 = load i64, ptr %struct_or_array, align 8
;;   %3 = and i64 %2, 7
;;   %4 = icmp eq i64 %3, 0
;;   br i1 %4, label %array, label %registers
;;
;; array:                                            ; preds = %look
;;   %5 = load ptr, ptr %struct_or_array, align 8
;;   %dyn_ptr = load ptr, ptr %5, align 8
;;   %6 = getelementptr inbounds i8, ptr %struct_or_array, i32 8
;;   %7 = load ptr, ptr %6, align 8
;;   %n1 = load i64, ptr %7, align 8
;;   %8 = getelementptr inbounds i8, ptr %struct_or_array, i32 16
;;   %9 = load ptr, ptr %8, align 8
;;   %x2 = load ptr, ptr %9, align 8
;;   call void @k.slots(ptr %dyn_ptr, i64 %n1, ptr %x2)
;;   ret void
;;
;; registers:                                        ; preds = %look, %entry
;;   call void @k.slots(ptr %struct_or_array, i64 %n, ptr %x)
;;   ret void
;; }
