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
;;   %22 = zext i32 %1 to i64
;;   %23 = mul i64 1, %22
;;   %24 = zext i32 %6 to i64
;;   %25 = mul i64 %23, %24
;;   %26 = zext i32 %10 to i64
;;   %27 = mul i64 %25, %26
;;   %whole = icmp eq ptr %piece, null
;;   br i1 %whole, label %piece.begin, label %take
;;
;; take:                                             ; preds = %team, %entry
;;   %first = load i64, ptr %piece, align 8
;;   %28 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
;;   %end = load i64, ptr %28, align 8
;;   br label %piece.begin
;;
;; piece.begin:                                      ; preds = %take, %entry
;;   %first1 = phi i64 [ 0, %entry ], [ %first, %take ]
;;   %end2 = phi i64 [ %27, %entry ], [ %end, %take ]
;;   %29 = icmp ult i64 %first1, %end2
;;   br i1 %29, label %some, label %over
;;
;; some:                                             ; preds = %piece.begin
;;   %30 = icmp eq i64 %first1, 0
;;   br i1 %30, label %block, label %inside
;;
;; inside:                                           ; preds = %some
;;   %31 = zext i32 %1 to i64
;;   %32 = urem i64 %first1, %31
;;   %33 = trunc i64 %32 to i32
;;   %34 = udiv i64 %first1, %31
;;   %35 = zext i32 %6 to i64
;;   %36 = urem i64 %34, %35
;;   %37 = trunc i64 %36 to i32
;;   %38 = udiv i64 %34, %35
;;   %39 = zext i32 %10 to i64
;;   %40 = trunc i64 %38 to i32
;;   br label %block
;;
;; block:                                            ; preds = %thread.z.exit, %inside, %some
;;   %number = phi i64 [ %first1, %some ], [ %first1, %inside ], [ %42, %thread.z.exit ]
;;   %block.x = phi i32 [ 0, %some ], [ %33, %inside ], [ %45, %thread.z.exit ]
;;   %block.y = phi i32 [ 0, %some ], [ %37, %inside ], [ %49, %thread.z.exit ]
;;   %block.z = phi i32 [ 0, %some ], [ %40, %inside ], [ %51, %thread.z.exit ]
;;   br label %thread.z.header
;;
;; over:                                             ; preds = %thread.z.exit, %piece.begin
;;   br i1 %whole, label %done, label %part
;;
;; done:                                             ; preds = %team, %part, %over
;;   ret void
;;
;; thread.z.header:                                  ; preds = %thread.y.exit, %block
;;   %thread.z = phi i32 [ 0, %block ], [ %54, %thread.y.exit ]
;;   %41 = icmp ult i32 %thread.z, %21
;;   br i1 %41, label %thread.z.body, label %thread.z.exit
;;
;; thread.z.body:                                    ; preds = %thread.z.header
;;   br label %thread.y.header
;;
;; thread.z.exit:                                    ; preds = %thread.z.header
;;   %42 = add i64 %number, 1
;;   %43 = add i32 %block.x, 1
;;   %44 = icmp eq i32 %43, %1
;;   %45 = select i1 %44, i32 0, i32 %43
;;   %46 = zext i1 %44 to i32
;;   %47 = add i32 %block.y, %46
;;   %48 = icmp eq i32 %47, %6
;;   %49 = select i1 %48, i32 0, i32 %47
;;   %50 = zext i1 %48 to i32
;;   %51 = add i32 %block.z, %50
;;   %52 = icmp ult i64 %42, %end2
;;   br i1 %52, label %block, label %over
;;
;; thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
;;   %thread.y = phi i32 [ 0, %thread.z.body ], [ %57, %thread.x.exit ]
;;   %53 = icmp ult i32 %thread.y, %17
;;   br i1 %53, label %thread.y.body, label %thread.y.exit
;;
;; thread.y.body:                                    ; preds = %thread.y.header
;;   br label %thread.x.header
;;
;; thread.y.exit:                                    ; preds = %thread.y.header
;;   %54 = add i32 %thread.z, 1
;;   br label %thread.z.header
;;
;; thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
;;   %thread.x = phi i32 [ 0, %thread.y.body ], [ %56, %thread.x.body ]
;;   %55 = icmp ult i32 %thread.x, %12
;;   br i1 %55, label %thread.x.body, label %thread.x.exit
;;
;; thread.x.body:                                    ; preds = %thread.x.header
;;   %56 = add i32 %thread.x, 1
;;   br label %thread.x.header
;;
;; thread.x.exit:                                    ; preds = %thread.x.header
;;   %57 = add i32 %thread.y, 1
;;   br label %thread.y.header
;;
;; part:                                             ; preds = %over
;;   %58 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 2
;;   %team3 = load ptr, ptr %58, align 8
;;   %59 = icmp eq ptr %team3, null
;;   br i1 %59, label %done, label %team
;;
;; team:                                             ; preds = %part
;;   %60 = call i1 @.offload.cores.more(ptr %piece)
;;   br i1 %60, label %take, label %done
;; }
;; define internal void @nothing.range(ptr %arguments, ptr %piece) {
;; entry:
;;   %0 = getelementptr inbounds { ptr }, ptr %arguments, i32 0, i32 0
;;   %1 = load ptr, ptr %0, align 8
;;   call void @nothing.blocks(ptr %1, ptr %piece)
;;   ret void
;; }
;; @nothing.cost = internal global { double, i64, i64, i64 } zeroinitializer
;; declare i64 @write(i32, ptr, i64)
;; declare void @abort()
;; declare void @.offload.cores.spread(ptr, ptr, i64, ptr, i64)
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
;;   br i1 %20, label %some, label %one
;;
;; one:                                              ; preds = %shared, %some, %start
;;   call void @nothing.blocks(ptr %dyn_ptr, ptr null)
;;   ret void
;;
;; some:                                             ; preds = %start
;;   %21 = call i1 @.offload.cores.sole()
;;   br i1 %21, label %one, label %shared
;;
;; shared:                                           ; preds = %some
;;   %22 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
;;   %23 = load i64, ptr %22, align 4
;;   %24 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
;;   %25 = load i64, ptr %24, align 4
;;   %26 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
;;   %27 = load i64, ptr %26, align 4
;;   %28 = add i64 0, %23
;;   %29 = mul i64 %28, 1327217885
;;   %30 = add i64 %29, %25
;;   %31 = mul i64 %30, 1327217885
;;   %32 = add i64 %31, %27
;;   %33 = call i1 @.offload.cores.again(ptr @nothing.cost, i64 %32)
;;   br i1 %33, label %one, label %several
;;
;; several:                                          ; preds = %shared
;;   call void @nothing.spread(ptr %dyn_ptr)
;;   ret void
;; }
;; @.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'nothing' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
