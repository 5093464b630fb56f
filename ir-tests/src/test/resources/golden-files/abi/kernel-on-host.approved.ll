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
;;   br i1 %15, label %some, label %one
;;
;; common.ret:                                       ; preds = %several, %one
;;   ret void
;;
;; one:                                              ; preds = %shared, %some, %start
;;   store i64 0, ptr %piece, align 8
;;   %16 = getelementptr inbounds nuw i8, ptr %piece, i64 8
;;   store i64 %14, ptr %16, align 8
;;   %17 = getelementptr inbounds nuw i8, ptr %piece, i64 16
;;   store ptr null, ptr %17, align 8
;;   call fastcc void @k.blocks(ptr %dyn_ptr, i64 %n, ptr %x, ptr nonnull %piece)
;;   br label %common.ret
;;
;; some:                                             ; preds = %start
;;   %18 = tail call i1 @.offload.cores.sole()
;;   br i1 %18, label %one, label %shared
;;
;; shared:                                           ; preds = %some
;;   %19 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
;;   %20 = load i32, ptr %19, align 4
;;   %21 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
;;   %22 = load i32, ptr %21, align 4
;;   %23 = tail call i32 @llvm.umax.i32(i32 %22, i32 1)
;;   %24 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
;;   %25 = load i32, ptr %24, align 4
;;   %26 = tail call i32 @llvm.umax.i32(i32 %25, i32 1)
;;   %27 = zext i32 %20 to i64
;;   %28 = zext i32 %23 to i64
;;   %29 = zext i32 %26 to i64
;;   %30 = ptrtoint ptr %x to i64
;;   %31 = mul i64 %14, -7046029254386353131
;;   %32 = mul i64 %27, -2358710677322311239
;;   %33 = mul i64 %28, 6938460308862072877
;;   %34 = mul i64 %29, -2791277408655628367
;;   %35 = mul i64 %n, 3326886199428185477
;;   %36 = mul i64 %30, 5469504572959700969
;;   %37 = add i64 %36, %35
;;   %38 = add i64 %37, %31
;;   %39 = add i64 %38, %32
;;   %40 = add i64 %39, %33
;;   %41 = add i64 %40, %34
;;   %42 = tail call i1 @.offload.cores.again(ptr nonnull @k.cost, i64 %41)
;;   br i1 %42, label %one, label %several
;;
;; several:                                          ; preds = %shared
;;   store ptr %dyn_ptr, ptr %arguments, align 8
;;   %43 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
;;   store i64 %n, ptr %43, align 8
;;   %44 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
;;   store ptr %x, ptr %44, align 8
;;   call void @.offload.cores.spread(ptr nonnull @k.range, ptr nonnull %arguments, i64 %14, ptr nonnull @k.cost, i64 %41)
;;   br label %common.ret
;; }
;; @.offload_message = private unnamed_addr constant [145 x i8] c"offload4j: error: kernel 'k' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @k.cost = internal global { double, i64, i64, i64 } zeroinitializer
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
