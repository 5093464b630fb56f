; how does a kernel on a host get its arguments, for each runtime?

; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-19
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-20
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-21
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-22
; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-23
; irgen device --emit=ll --target=x86_64 --runtime-abi=portable
define void @k(i64 %n, ptr %x) section "offload.kernel" {
  store i64 %n, ptr %x
  ret void
}
;; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-19
;; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-20
;; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-21
;; irgen device --emit=ll --target=x86_64 --runtime-abi=llvm-22
;; define void @k(ptr %dyn_ptr, i64 %n, ptr %x) local_unnamed_addr {
;; entry:
;;   %arguments = alloca { ptr, i64, ptr }, align 8
;;   %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
;;   %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
;;   br i1 %0, label %without.bounds, label %start
;;
;; without.bounds:                                   ; preds = %entry
;;   %1 = tail call i64 @write(i32 2, ptr nonnull @.offload_message, i64 144)
;;   tail call void @abort()
;;   unreachable
;;
;; start:                                            ; preds = %entry
;;   %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 72
;;   %3 = load i32, ptr %2, align 4
;;   %4 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 76
;;   %5 = load i32, ptr %4, align 4
;;   %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
;;   %7 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 80
;;   %8 = load i32, ptr %7, align 4
;;   %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
;;   %10 = zext i32 %3 to i64
;;   %11 = zext i32 %6 to i64
;;   %12 = mul nuw i64 %11, %10
;;   %13 = zext i32 %9 to i64
;;   %14 = mul i64 %12, %13
;;   %15 = icmp ugt i64 %14, 1
;;   br i1 %15, label %several, label %one
;;
;; common.ret:                                       ; preds = %several, %one
;;   ret void
;;
;; one:                                              ; preds = %start
;;   store i64 0, ptr %piece, align 8
;;   %16 = getelementptr inbounds nuw i8, ptr %piece, i64 8
;;   store i64 %14, ptr %16, align 8
;;   %17 = getelementptr inbounds nuw i8, ptr %piece, i64 16
;;   store ptr null, ptr %17, align 8
;;   call fastcc void @k.blocks(ptr %dyn_ptr, i64 %n, ptr %x, ptr nonnull %piece)
;;   br label %common.ret
;;
;; several:                                          ; preds = %start
;;   store ptr %dyn_ptr, ptr %arguments, align 8
;;   %18 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
;;   store i64 %n, ptr %18, align 8
;;   %19 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
;;   store ptr %x, ptr %19, align 8
;;   call void @.offload.cores.spread(ptr nonnull @k.range, ptr nonnull %arguments, i64 %14, ptr nonnull @k.cost)
;;   br label %common.ret
;; }
;; @.offload_message = private unnamed_addr constant [145 x i8] c"offload4j: error: kernel 'k' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @k.cost = internal global double 0.000000e+00
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
