; what does a kernel consist of?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; and @nothing.blocks, @nothing.range, @nothing.cost, @write, @abort, @.offload.cores.spread, @.offload.cores.more
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @nothing.blocks
;; no @nothing.range
;; no @nothing.cost
;; no @write
;; no @abort
;; no @.offload.cores.spread
;; no @.offload.cores.more
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @nothing.blocks(ptr %dyn_ptr, ptr %piece) noinline {
;; entry:
;;   %0 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
;;   %1 = load i32, ptr %0, align 4
;;   %2 = icmp eq i32 %1, 0
;;   %3 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
;;   %4 = load i32, ptr %3, align 4
;;   %5 = icmp eq i32 %4, 0
;;   %6 = select i1 %5, i32 1, i32 %4
;;   %7 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
;;   %8 = load i32, ptr %7, align 4
;;   %9 = icmp eq i32 %8, 0
;;   %10 = select i1 %9, i32 1, i32 %8
;;   %11 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
;;   %12 = load i32, ptr %11, align 4
;;   %13 = icmp eq i32 %12, 0
;;   %14 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
;;   %15 = load i32, ptr %14, align 4
;;   %16 = icmp eq i32 %15, 0
;;   %17 = select i1 %16, i32 1, i32 %15
;;   %18 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
;;   %19 = load i32, ptr %18, align 4
;;   %20 = icmp eq i32 %19, 0
;;   %21 = select i1 %20, i32 1, i32 %19
;;   br label %take
;;
;; take:                                             ; preds = %over, %entry
;;   %first = load i64, ptr %piece, align 8
;;   %22 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
;;   %end = load i64, ptr %22, align 8
;;   %23 = icmp ult i64 %first, %end
;;   br i1 %23, label %some, label %over
;;
;; some:                                             ; preds = %take
;;   %24 = icmp eq i64 %first, 0
;;   br i1 %24, label %block, label %inside
;;
;; inside:                                           ; preds = %some
;;   %25 = zext i32 %1 to i64
;;   %26 = urem i64 %first, %25
;;   %27 = trunc i64 %26 to i32
;;   %28 = udiv i64 %first, %25
;;   %29 = zext i32 %6 to i64
;;   %30 = urem i64 %28, %29
;;   %31 = trunc i64 %30 to i32
;;   %32 = udiv i64 %28, %29
;;   %33 = zext i32 %10 to i64
;;   %34 = trunc i64 %32 to i32
;;   br label %block
;;
;; block:                                            ; preds = %thread.z.exit, %inside, %some
;;   %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %37, %thread.z.exit ]
;;   %block.x = phi i32 [ 0, %some ], [ %27, %inside ], [ %40, %thread.z.exit ]
;;   %block.y = phi i32 [ 0, %some ], [ %31, %inside ], [ %44, %thread.z.exit ]
;;   %block.z = phi i32 [ 0, %some ], [ %34, %inside ], [ %46, %thread.z.exit ]
;;   br label %thread.z.header
;;
;; over:                                             ; preds = %thread.z.exit, %take
;;   %35 = call i1 @.offload.cores.more(ptr %piece)
;;   br i1 %35, label %take, label %done
;;
;; done:                                             ; preds = %over
;;   ret void
;;
;; thread.z.header:                                  ; preds = %thread.y.exit, %block
;;   %thread.z = phi i32 [ 0, %block ], [ %49, %thread.y.exit ]
;;   %36 = icmp ult i32 %thread.z, %21
;;   br i1 %36, label %thread.z.body, label %thread.z.exit
;;
;; thread.z.body:                                    ; preds = %thread.z.header
;;   br label %thread.y.header
;;
;; thread.z.exit:                                    ; preds = %thread.z.header
;;   %37 = add i64 %number, 1
;;   %38 = add i32 %block.x, 1
;;   %39 = icmp eq i32 %38, %1
;;   %40 = select i1 %39, i32 0, i32 %38
;;   %41 = zext i1 %39 to i32
;;   %42 = add i32 %block.y, %41
;;   %43 = icmp eq i32 %42, %6
;;   %44 = select i1 %43, i32 0, i32 %42
;;   %45 = zext i1 %43 to i32
;;   %46 = add i32 %block.z, %45
;;   %47 = icmp ult i64 %37, %end
;;   br i1 %47, label %block, label %over
;;
;; thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
;;   %thread.y = phi i32 [ 0, %thread.z.body ], [ %52, %thread.x.exit ]
;;   %48 = icmp ult i32 %thread.y, %17
;;   br i1 %48, label %thread.y.body, label %thread.y.exit
;;
;; thread.y.body:                                    ; preds = %thread.y.header
;;   br label %thread.x.header
;;
;; thread.y.exit:                                    ; preds = %thread.y.header
;;   %49 = add i32 %thread.z, 1
;;   br label %thread.z.header
;;
;; thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
;;   %thread.x = phi i32 [ 0, %thread.y.body ], [ %51, %thread.x.body ]
;;   %50 = icmp ult i32 %thread.x, %12
;;   br i1 %50, label %thread.x.body, label %thread.x.exit
;;
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %51 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; thread.x.exit:                                    ; preds = %thread.x.header
;;   %52 = add i32 %thread.y, 1
;;   br label %thread.y.header
;; }
;; define internal void @nothing.range(ptr %arguments, ptr %piece) {
;; entry:
;;   %0 = getelementptr inbounds { ptr }, ptr %arguments, i32 0, i32 0
;;   %1 = load ptr, ptr %0, align 8
;;   call void @nothing.blocks(ptr %1, ptr %piece)
;;   ret void
;; }
;; @nothing.cost = internal global double 0.000000e+00
;; declare i64 @write(i32, ptr, i64)
;; declare void @abort()
;; declare void @.offload.cores.spread(ptr, ptr, i64, ptr)
;; declare i1 @.offload.cores.more(ptr)
define void @nothing() "offload-kernel" {
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @nothing(ptr %dyn_ptr) {
;; entry:
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @nothing(ptr %dyn_ptr) {
;; entry:
;;   ret void
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @nothing(ptr %dyn_ptr) {
;; entry:
;;   %arguments = alloca { ptr }, align 8
;;   %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
;;   %0 = ptrtoint ptr %dyn_ptr to i64
;;   %1 = icmp eq i64 %0, -1
;;   br i1 %1, label %without.bounds, label %start
;;
;; without.bounds:                                   ; preds = %entry
;;   %2 = call i64 @write(i32 2, ptr @.offload_message, i64 150)
;;   call void @abort()
;;   unreachable
;;
;; start:                                            ; preds = %entry
;;   %3 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
;;   %4 = load i32, ptr %3, align 4
;;   %5 = icmp eq i32 %4, 0
;;   %6 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
;;   %7 = load i32, ptr %6, align 4
;;   %8 = icmp eq i32 %7, 0
;;   %9 = select i1 %8, i32 1, i32 %7
;;   %10 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
;;   %11 = load i32, ptr %10, align 4
;;   %12 = icmp eq i32 %11, 0
;;   %13 = select i1 %12, i32 1, i32 %11
;;   %14 = zext i32 %4 to i64
;;   %15 = mul i64 1, %14
;;   %16 = zext i32 %9 to i64
;;   %17 = mul i64 %15, %16
;;   %18 = zext i32 %13 to i64
;;   %19 = mul i64 %17, %18
;;   %20 = icmp ult i64 1, %19
;;   br i1 %20, label %several, label %one
;;
;; one:                                              ; preds = %start
;;   store i64 0, ptr %piece, align 8
;;   %21 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
;;   store i64 %19, ptr %21, align 8
;;   %22 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 2
;;   store ptr null, ptr %22, align 8
;;   call void @nothing.blocks(ptr %dyn_ptr, ptr %piece)
;;   ret void
;;
;; several:                                          ; preds = %start
;;   %23 = getelementptr inbounds { ptr }, ptr %arguments, i32 0, i32 0
;;   store ptr %dyn_ptr, ptr %23, align 8
;;   call void @.offload.cores.spread(ptr @nothing.range, ptr %arguments, i64 %19, ptr @nothing.cost)
;;   ret void
;; }
;; @.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'nothing' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @nothing.cost = internal global double 0.000000e+00
