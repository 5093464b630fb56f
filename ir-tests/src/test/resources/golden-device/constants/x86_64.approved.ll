; are variables kept, and hidden?

; ModuleID = 'constants'
source_filename = "constants"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@weights = internal constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
@launches = internal global i32 40
@.offload_message = private unnamed_addr constant [150 x i8] c"offload4j: error: kernel 'weight' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@weight.cost = internal global double 0.000000e+00

define void @weight(ptr %dyn_ptr, ptr %out, i64 %which) {
entry:
  %arguments = alloca { ptr, ptr, i64 }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
  %0 = ptrtoint ptr %dyn_ptr to i64
  %1 = icmp eq i64 %0, -1
  br i1 %1, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %2 = call i64 @write(i32 2, ptr @.offload_message, i64 149)
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
  call void @weight.blocks(ptr %dyn_ptr, ptr %out, i64 %which, ptr %piece)
  ret void

several:                                          ; preds = %start
  %23 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 0
  store ptr %dyn_ptr, ptr %23, align 8
  %24 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 1
  store ptr %out, ptr %24, align 8
  %25 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 2
  store i64 %which, ptr %25, align 8
  call void @.offload.cores.spread(ptr @weight.range, ptr %arguments, i64 %19, ptr @weight.cost)
  ret void
}

; Function Attrs: noinline
define internal void @weight.blocks(ptr %dyn_ptr, ptr %out, i64 %which, ptr %piece) #0 {
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
  %22 = trunc i64 %which to i32
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %23 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
  %end = load i64, ptr %23, align 8
  %24 = icmp ult i64 %first, %end
  br i1 %24, label %some, label %over

some:                                             ; preds = %take
  %25 = icmp eq i64 %first, 0
  br i1 %25, label %block, label %inside

inside:                                           ; preds = %some
  %26 = zext i32 %1 to i64
  %27 = urem i64 %first, %26
  %28 = trunc i64 %27 to i32
  %29 = udiv i64 %first, %26
  %30 = zext i32 %6 to i64
  %31 = urem i64 %29, %30
  %32 = trunc i64 %31 to i32
  %33 = udiv i64 %29, %30
  %34 = zext i32 %10 to i64
  %35 = trunc i64 %33 to i32
  br label %block

block:                                            ; preds = %thread.z.exit, %inside, %some
  %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %38, %thread.z.exit ]
  %block.x = phi i32 [ 0, %some ], [ %28, %inside ], [ %41, %thread.z.exit ]
  %block.y = phi i32 [ 0, %some ], [ %32, %inside ], [ %45, %thread.z.exit ]
  %block.z = phi i32 [ 0, %some ], [ %35, %inside ], [ %47, %thread.z.exit ]
  br label %thread.z.header

over:                                             ; preds = %thread.z.exit, %take
  %36 = call i1 @.offload.cores.more(ptr %piece)
  br i1 %36, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.z.header:                                  ; preds = %thread.y.exit, %block
  %thread.z = phi i32 [ 0, %block ], [ %50, %thread.y.exit ]
  %37 = icmp ult i32 %thread.z, %21
  br i1 %37, label %thread.z.body, label %thread.z.exit

thread.z.body:                                    ; preds = %thread.z.header
  br label %thread.y.header

thread.z.exit:                                    ; preds = %thread.z.header
  %38 = add i64 %number, 1
  %39 = add i32 %block.x, 1
  %40 = icmp eq i32 %39, %1
  %41 = select i1 %40, i32 0, i32 %39
  %42 = zext i1 %40 to i32
  %43 = add i32 %block.y, %42
  %44 = icmp eq i32 %43, %6
  %45 = select i1 %44, i32 0, i32 %43
  %46 = zext i1 %44 to i32
  %47 = add i32 %block.z, %46
  %48 = icmp ult i64 %38, %end
  br i1 %48, label %block, label %over

thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
  %thread.y = phi i32 [ 0, %thread.z.body ], [ %53, %thread.x.exit ]
  %49 = icmp ult i32 %thread.y, %17
  br i1 %49, label %thread.y.body, label %thread.y.exit

thread.y.body:                                    ; preds = %thread.y.header
  br label %thread.x.header

thread.y.exit:                                    ; preds = %thread.y.header
  %50 = add i32 %thread.z, 1
  br label %thread.z.header

thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
  %thread.x = phi i32 [ 0, %thread.y.body ], [ %52, %thread.x.body ]
  %51 = icmp ult i32 %thread.x, %12
  br i1 %51, label %thread.x.body, label %thread.x.exit

thread.x.body:                                    ; preds = %thread.x.header
  %i.i = and i32 %22, 3
  %p.i = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i.i
  %w.i = load i32, ptr %p.i, align 4
  store i32 %w.i, ptr %out, align 4
  %before.i = load i32, ptr @launches, align 4
  %now.i = add i32 %before.i, 1
  store i32 %now.i, ptr @launches, align 4
  %out.launches.i = getelementptr i32, ptr %out, i32 1
  store i32 %now.i, ptr %out.launches.i, align 4
  %52 = add i32 %thread.x, 1
  br label %thread.x.header

thread.x.exit:                                    ; preds = %thread.x.header
  %53 = add i32 %thread.y, 1
  br label %thread.y.header
}

define internal void @weight.range(ptr %arguments, ptr %piece) {
entry:
  %0 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 0
  %1 = load ptr, ptr %0, align 8
  %2 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 1
  %3 = load ptr, ptr %2, align 8
  %4 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 2
  %5 = load i64, ptr %4, align 8
  call void @weight.blocks(ptr %1, ptr %3, i64 %5, ptr %piece)
  ret void
}

declare i64 @write(i32, ptr, i64)

declare void @abort()

declare void @.offload.cores.spread(ptr, ptr, i64, ptr)

declare i1 @.offload.cores.more(ptr)

attributes #0 = { noinline }
