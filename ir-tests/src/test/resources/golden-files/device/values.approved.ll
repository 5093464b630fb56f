; how are values that do not fit a slot put together again?

; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
; irgen device --emit=ll -O=0 --target=x86_64
; lines with alloca, store, load, i64, define
; and @sum.blocks
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; no @sum.blocks
;; irgen device --emit=ll -O=0 --target=x86_64
;; define internal void @sum.blocks(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3, ptr %piece) noinline {
;;   %0 = alloca [2 x i64], align 16
;;   %1 = alloca [3 x i64], align 32
;;   %3 = load i32, ptr %2, align 4
;;   %6 = load i32, ptr %5, align 4
;;   %10 = load i32, ptr %9, align 4
;;   %14 = load i32, ptr %13, align 4
;;   %17 = load i32, ptr %16, align 4
;;   %21 = load i32, ptr %20, align 4
;;   %first = load i64, ptr %piece, align 8
;;   %24 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
;;   %end = load i64, ptr %24, align 8
;;   %25 = icmp ult i64 %first, %end
;;   %26 = icmp eq i64 %first, 0
;;   %27 = zext i32 %3 to i64
;;   %28 = urem i64 %first, %27
;;   %29 = trunc i64 %28 to i32
;;   %30 = udiv i64 %first, %27
;;   %31 = zext i32 %8 to i64
;;   %32 = urem i64 %30, %31
;;   %33 = trunc i64 %32 to i32
;;   %34 = udiv i64 %30, %31
;;   %35 = zext i32 %12 to i64
;;   %36 = trunc i64 %34 to i32
;;   %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %40, %thread.z.exit ]
;;   %37 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 2
;;   %team1 = load ptr, ptr %37, align 8
;;   %40 = add i64 %number, 1
;;   %50 = icmp ult i64 %40, %end
;;   call void @llvm.lifetime.start.p0(i64 16, ptr %0)
;;   call void @llvm.lifetime.start.p0(i64 24, ptr %1)
;;   store i64 %pair, ptr %0, align 8
;;   %54 = getelementptr inbounds [2 x i64], ptr %0, i32 0, i32 1
;;   store i64 %pair1, ptr %54, align 8
;;   %55 = load { i64, i32 }, ptr %0, align 16
;;   store i64 %three, ptr %1, align 8
;;   %56 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 1
;;   store i64 %three2, ptr %56, align 8
;;   %57 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 2
;;   store i64 %three3, ptr %57, align 8
;;   %a.i.i = extractvalue { i64, i32 } %55, 0
;;   %b.i.i = load i64, ptr %1, align 4
;;   %s.i.i = add i64 %a.i.i, %b.i.i
;;   store i64 %s.i.i, ptr %out, align 4
;;   call void @llvm.lifetime.end.p0(i64 16, ptr %0)
;;   call void @llvm.lifetime.end.p0(i64 24, ptr %1)
;;   %60 = call i1 @.offload.cores.more(ptr %piece)
;; }
define void @sum(ptr %out, { i64, i32 } %pair, ptr byval([3 x i64]) align 32 %three) "offload-kernel" {
  %a = extractvalue { i64, i32 } %pair, 0
  %b = load i64, ptr %three
  %s = add i64 %a, %b
  store i64 %s, ptr %out
  ret void
}
;; irgen device --emit=ll -O=0 --target=nvptx64:sm_90
;; define ptx_kernel void @sum(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   %0 = alloca [2 x i64], align 16
;;   %1 = alloca [3 x i64], align 32
;;   store i64 %pair, ptr %0, align 8
;;   %2 = getelementptr inbounds [2 x i64], ptr %0, i32 0, i32 1
;;   store i64 %pair1, ptr %2, align 8
;;   %3 = load { i64, i32 }, ptr %0, align 16
;;   store i64 %three, ptr %1, align 8
;;   %4 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 1
;;   store i64 %three2, ptr %4, align 8
;;   %5 = getelementptr inbounds [3 x i64], ptr %1, i32 0, i32 2
;;   store i64 %three3, ptr %5, align 8
;;   %a.i.i = extractvalue { i64, i32 } %3, 0
;;   %b.i.i = load i64, ptr %1, align 4
;;   %s.i.i = add i64 %a.i.i, %b.i.i
;;   store i64 %s.i.i, ptr %out, align 4
;; }
;; irgen device --emit=ll -O=0 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @sum(ptr %dyn_ptr, ptr addrspace(1) %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   %0 = alloca [2 x i64], align 16, addrspace(5)
;;   %1 = alloca [3 x i64], align 32, addrspace(5)
;;   store i64 %pair, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x i64], ptr %3, i32 0, i32 1
;;   store i64 %pair1, ptr %4, align 8
;;   %5 = load { i64, i32 }, ptr %3, align 16
;;   store i64 %three, ptr %6, align 8
;;   %7 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 1
;;   store i64 %three2, ptr %7, align 8
;;   %8 = getelementptr inbounds [3 x i64], ptr %6, i32 0, i32 2
;;   store i64 %three3, ptr %8, align 8
;;   %a.i.i = extractvalue { i64, i32 } %5, 0
;;   %b.i.i = load i64, ptr %6, align 4
;;   %s.i.i = add i64 %a.i.i, %b.i.i
;;   store i64 %s.i.i, ptr %2, align 4
;; }
;; irgen device --emit=ll -O=0 --target=x86_64
;; define void @sum(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3) {
;;   %arguments = alloca { ptr, ptr, i64, i64, i64, i64, i64 }, align 8
;;   %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
;;   %0 = ptrtoint ptr %dyn_ptr to i64
;;   %1 = icmp eq i64 %0, -1
;;   %2 = call i64 @write(i32 2, ptr @.offload_message, i64 146)
;;   %4 = load i32, ptr %3, align 4
;;   %7 = load i32, ptr %6, align 4
;;   %11 = load i32, ptr %10, align 4
;;   %14 = zext i32 %4 to i64
;;   %15 = mul i64 1, %14
;;   %16 = zext i32 %9 to i64
;;   %17 = mul i64 %15, %16
;;   %18 = zext i32 %13 to i64
;;   %19 = mul i64 %17, %18
;;   %20 = icmp ult i64 1, %19
;;   store i64 0, ptr %piece, align 8
;;   %21 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
;;   store i64 %19, ptr %21, align 8
;;   %22 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 2
;;   store ptr null, ptr %22, align 8
;;   call void @sum.blocks(ptr %dyn_ptr, ptr %out, i64 %pair, i64 %pair1, i64 %three, i64 %three2, i64 %three3, ptr %piece)
;;   %23 = call i1 @.offload.cores.sole()
;;   %25 = load i32, ptr %24, align 4
;;   %28 = load i32, ptr %27, align 4
;;   %32 = load i32, ptr %31, align 4
;;   %35 = zext i32 %25 to i64
;;   %36 = zext i32 %30 to i64
;;   %37 = zext i32 %34 to i64
;;   %38 = ptrtoint ptr %out to i64
;;   %39 = mul i64 %19, -7046029254386353131
;;   %40 = add i64 0, %39
;;   %41 = mul i64 %35, -2358710677322311239
;;   %42 = add i64 %40, %41
;;   %43 = mul i64 %36, 6938460308862072877
;;   %44 = add i64 %42, %43
;;   %45 = mul i64 %37, -2791277408655628367
;;   %46 = add i64 %44, %45
;;   %47 = mul i64 %38, 3326886199428185477
;;   %48 = add i64 %46, %47
;;   %49 = mul i64 %pair, 5469504572959700969
;;   %50 = add i64 %48, %49
;;   %51 = mul i64 %pair1, 6830608118596137501
;;   %52 = add i64 %50, %51
;;   %53 = mul i64 %three, 492214389440211041
;;   %54 = add i64 %52, %53
;;   %55 = mul i64 %three2, 1085593367962225653
;;   %56 = add i64 %54, %55
;;   %57 = mul i64 %three3, -9160078686816295143
;;   %58 = add i64 %56, %57
;;   %59 = call i1 @.offload.cores.again(ptr @sum.cost, i64 %58)
;;   %60 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 0
;;   store ptr %dyn_ptr, ptr %60, align 8
;;   %61 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 1
;;   store ptr %out, ptr %61, align 8
;;   %62 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 2
;;   store i64 %pair, ptr %62, align 8
;;   %63 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 3
;;   store i64 %pair1, ptr %63, align 8
;;   %64 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 4
;;   store i64 %three, ptr %64, align 8
;;   %65 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 5
;;   store i64 %three2, ptr %65, align 8
;;   %66 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 6
;;   store i64 %three3, ptr %66, align 8
;;   call void @.offload.cores.spread(ptr @sum.range, ptr %arguments, i64 %19, ptr @sum.cost, i64 %58)
;; }
;; @.offload_message = private unnamed_addr constant [147 x i8] c"offload4j: error: kernel 'sum' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @sum.cost = internal global { double, i64, i64, i64 } zeroinitializer
