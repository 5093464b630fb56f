; is a scalar of any kind taken out of its slot?

; ModuleID = 'scalars'
source_filename = "scalars"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'scalars' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@scalars.cost = internal global double 0.000000e+00

define void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
entry:
  %arguments = alloca { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
  %0 = ptrtoint ptr %dyn_ptr to i64
  %1 = icmp eq i64 %0, -1
  br i1 %1, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %2 = call i64 @write(i32 2, ptr @.offload_message, i64 150)
  call void @abort()
  unreachable

start:                                            ; preds = %entry
  %3 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
  %4 = load i32, ptr %3, align 4
  %5 = icmp eq i32 %4, 0
  %6 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
  %7 = load i32, ptr %6, align 4
  %8 = icmp eq i32 %7, 0
  %9 = select i1 %8, i32 1, i32 %7
  %10 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
  %11 = load i32, ptr %10, align 4
  %12 = icmp eq i32 %11, 0
  %13 = select i1 %12, i32 1, i32 %11
  %14 = zext i32 %4 to i64
  %15 = mul i64 1, %14
  %16 = zext i32 %9 to i64
  %17 = mul i64 %15, %16
  %18 = zext i32 %13 to i64
  %19 = mul i64 %17, %18
  %20 = icmp ult i64 1, %19
  br i1 %20, label %several, label %one

one:                                              ; preds = %start
  store i64 0, ptr %piece, align 8
  %21 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
  store i64 %19, ptr %21, align 8
  %22 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 2
  store ptr null, ptr %22, align 8
  call void @scalars.blocks(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real, ptr %piece)
  ret void

several:                                          ; preds = %start
  %23 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 0
  store ptr %dyn_ptr, ptr %23, align 8
  %24 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 1
  store ptr %out, ptr %24, align 8
  %25 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 2
  store i64 %flag, ptr %25, align 8
  %26 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 3
  store i64 %byte, ptr %26, align 8
  %27 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 4
  store i64 %word, ptr %27, align 8
  %28 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 5
  store i64 %integer, ptr %28, align 8
  %29 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 6
  store i64 %wide, ptr %29, align 8
  %30 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 7
  store i64 %half, ptr %30, align 8
  %31 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 8
  store i64 %single, ptr %31, align 8
  %32 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 9
  store i64 %real, ptr %32, align 8
  call void @.offload.cores.spread(ptr @scalars.range, ptr %arguments, i64 %19, ptr @scalars.cost)
  ret void
}

; Function Attrs: noinline
define internal void @scalars.blocks(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real, ptr %piece) #0 {
entry:
  %0 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
  %1 = load i32, ptr %0, align 4
  %2 = icmp eq i32 %1, 0
  %3 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
  %4 = load i32, ptr %3, align 4
  %5 = icmp eq i32 %4, 0
  %6 = select i1 %5, i32 1, i32 %4
  %7 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
  %8 = load i32, ptr %7, align 4
  %9 = icmp eq i32 %8, 0
  %10 = select i1 %9, i32 1, i32 %8
  %11 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
  %12 = load i32, ptr %11, align 4
  %13 = icmp eq i32 %12, 0
  %14 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
  %15 = load i32, ptr %14, align 4
  %16 = icmp eq i32 %15, 0
  %17 = select i1 %16, i32 1, i32 %15
  %18 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
  %19 = load i32, ptr %18, align 4
  %20 = icmp eq i32 %19, 0
  %21 = select i1 %20, i32 1, i32 %19
  %22 = trunc i64 %flag to i1
  %23 = trunc i64 %byte to i8
  %24 = trunc i64 %word to i16
  %25 = trunc i64 %integer to i32
  %26 = trunc i64 %half to i16
  %27 = bitcast i16 %26 to half
  %28 = trunc i64 %single to i32
  %29 = bitcast i32 %28 to float
  %30 = bitcast i64 %real to double
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %31 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
  %end = load i64, ptr %31, align 8
  %32 = icmp ult i64 %first, %end
  br i1 %32, label %some, label %over

some:                                             ; preds = %take
  %33 = icmp eq i64 %first, 0
  br i1 %33, label %block, label %inside

inside:                                           ; preds = %some
  %34 = zext i32 %1 to i64
  %35 = urem i64 %first, %34
  %36 = trunc i64 %35 to i32
  %37 = udiv i64 %first, %34
  %38 = zext i32 %6 to i64
  %39 = urem i64 %37, %38
  %40 = trunc i64 %39 to i32
  %41 = udiv i64 %37, %38
  %42 = zext i32 %10 to i64
  %43 = trunc i64 %41 to i32
  br label %block

block:                                            ; preds = %thread.z.exit, %inside, %some
  %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %46, %thread.z.exit ]
  %block.x = phi i32 [ 0, %some ], [ %36, %inside ], [ %49, %thread.z.exit ]
  %block.y = phi i32 [ 0, %some ], [ %40, %inside ], [ %53, %thread.z.exit ]
  %block.z = phi i32 [ 0, %some ], [ %43, %inside ], [ %55, %thread.z.exit ]
  br label %thread.z.header

over:                                             ; preds = %thread.z.exit, %take
  %44 = call i1 @.offload.cores.more(ptr %piece)
  br i1 %44, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.z.header:                                  ; preds = %thread.y.exit, %block
  %thread.z = phi i32 [ 0, %block ], [ %58, %thread.y.exit ]
  %45 = icmp ult i32 %thread.z, %21
  br i1 %45, label %thread.z.body, label %thread.z.exit

thread.z.body:                                    ; preds = %thread.z.header
  br label %thread.y.header

thread.z.exit:                                    ; preds = %thread.z.header
  %46 = add i64 %number, 1
  %47 = add i32 %block.x, 1
  %48 = icmp eq i32 %47, %1
  %49 = select i1 %48, i32 0, i32 %47
  %50 = zext i1 %48 to i32
  %51 = add i32 %block.y, %50
  %52 = icmp eq i32 %51, %6
  %53 = select i1 %52, i32 0, i32 %51
  %54 = zext i1 %52 to i32
  %55 = add i32 %block.z, %54
  %56 = icmp ult i64 %46, %end
  br i1 %56, label %block, label %over

thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
  %thread.y = phi i32 [ 0, %thread.z.body ], [ %61, %thread.x.exit ]
  %57 = icmp ult i32 %thread.y, %17
  br i1 %57, label %thread.y.body, label %thread.y.exit

thread.y.body:                                    ; preds = %thread.y.header
  br label %thread.x.header

thread.y.exit:                                    ; preds = %thread.y.header
  %58 = add i32 %thread.z, 1
  br label %thread.z.header

thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
  %thread.x = phi i32 [ 0, %thread.y.body ], [ %60, %thread.x.body ]
  %59 = icmp ult i32 %thread.x, %12
  br i1 %59, label %thread.x.body, label %thread.x.exit

thread.x.body:                                    ; preds = %thread.x.header
  %flag.unsigned.i = zext i1 %22 to i64
  store i64 %flag.unsigned.i, ptr %out, align 4
  %p1.i = getelementptr i64, ptr %out, i64 1
  %flag.signed.i = sext i1 %22 to i64
  store i64 %flag.signed.i, ptr %p1.i, align 4
  %p2.i = getelementptr i64, ptr %out, i64 2
  %byte.unsigned.i = zext i8 %23 to i64
  store i64 %byte.unsigned.i, ptr %p2.i, align 4
  %p3.i = getelementptr i64, ptr %out, i64 3
  %byte.signed.i = sext i8 %23 to i64
  store i64 %byte.signed.i, ptr %p3.i, align 4
  %p4.i = getelementptr i64, ptr %out, i64 4
  %word.unsigned.i = zext i16 %24 to i64
  store i64 %word.unsigned.i, ptr %p4.i, align 4
  %p5.i = getelementptr i64, ptr %out, i64 5
  %word.signed.i = sext i16 %24 to i64
  store i64 %word.signed.i, ptr %p5.i, align 4
  %p6.i = getelementptr i64, ptr %out, i64 6
  %integer.unsigned.i = zext i32 %25 to i64
  store i64 %integer.unsigned.i, ptr %p6.i, align 4
  %p7.i = getelementptr i64, ptr %out, i64 7
  %integer.signed.i = sext i32 %25 to i64
  store i64 %integer.signed.i, ptr %p7.i, align 4
  %p8.i = getelementptr i64, ptr %out, i64 8
  store i64 %wide, ptr %p8.i, align 4
  %p9.i = getelementptr i64, ptr %out, i64 9
  store half %27, ptr %p9.i, align 2
  %p10.i = getelementptr i64, ptr %out, i64 10
  store float %29, ptr %p10.i, align 4
  %p11.i = getelementptr i64, ptr %out, i64 11
  store double %30, ptr %p11.i, align 8
  %60 = add i32 %thread.x, 1
  br label %thread.x.header

thread.x.exit:                                    ; preds = %thread.x.header
  %61 = add i32 %thread.y, 1
  br label %thread.y.header
}

define internal void @scalars.range(ptr %arguments, ptr %piece) {
entry:
  %0 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 0
  %1 = load ptr, ptr %0, align 8
  %2 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 1
  %3 = load ptr, ptr %2, align 8
  %4 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 2
  %5 = load i64, ptr %4, align 8
  %6 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 3
  %7 = load i64, ptr %6, align 8
  %8 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 4
  %9 = load i64, ptr %8, align 8
  %10 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 5
  %11 = load i64, ptr %10, align 8
  %12 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 6
  %13 = load i64, ptr %12, align 8
  %14 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 7
  %15 = load i64, ptr %14, align 8
  %16 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 8
  %17 = load i64, ptr %16, align 8
  %18 = getelementptr inbounds { ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64 }, ptr %arguments, i32 0, i32 9
  %19 = load i64, ptr %18, align 8
  call void @scalars.blocks(ptr %1, ptr %3, i64 %5, i64 %7, i64 %9, i64 %11, i64 %13, i64 %15, i64 %17, i64 %19, ptr %piece)
  ret void
}

declare i64 @write(i32, ptr, i64)

declare void @abort()

declare void @.offload.cores.spread(ptr, ptr, i64, ptr)

declare i1 @.offload.cores.more(ptr)

attributes #0 = { noinline }
