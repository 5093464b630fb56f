; is a scalar of any kind taken out of its slot?

; ModuleID = 'scalars'
source_filename = "scalars"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'scalars' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1

define void @scalars(ptr %dyn_ptr, ptr %out, i64 %flag, i64 %byte, i64 %word, i64 %integer, i64 %wide, i64 %half, i64 %single, i64 %real) {
entry:
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
  %14 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
  %15 = load i32, ptr %14, align 4
  %16 = icmp eq i32 %15, 0
  %17 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
  %18 = load i32, ptr %17, align 4
  %19 = icmp eq i32 %18, 0
  %20 = select i1 %19, i32 1, i32 %18
  %21 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
  %22 = load i32, ptr %21, align 4
  %23 = icmp eq i32 %22, 0
  %24 = select i1 %23, i32 1, i32 %22
  %25 = trunc i64 %flag to i1
  %26 = trunc i64 %byte to i8
  %27 = trunc i64 %word to i16
  %28 = trunc i64 %integer to i32
  %29 = trunc i64 %half to i16
  %30 = bitcast i16 %29 to half
  %31 = trunc i64 %single to i32
  %32 = bitcast i32 %31 to float
  %33 = bitcast i64 %real to double
  br label %block.z.header

block.z.header:                                   ; preds = %block.y.exit, %start
  %block.z = phi i32 [ 0, %start ], [ %36, %block.y.exit ]
  %34 = icmp ult i32 %block.z, %13
  br i1 %34, label %block.z.body, label %block.z.exit

block.z.body:                                     ; preds = %block.z.header
  br label %block.y.header

block.z.exit:                                     ; preds = %block.z.header
  ret void

block.y.header:                                   ; preds = %block.x.exit, %block.z.body
  %block.y = phi i32 [ 0, %block.z.body ], [ %38, %block.x.exit ]
  %35 = icmp ult i32 %block.y, %9
  br i1 %35, label %block.y.body, label %block.y.exit

block.y.body:                                     ; preds = %block.y.header
  br label %block.x.header

block.y.exit:                                     ; preds = %block.y.header
  %36 = add i32 %block.z, 1
  br label %block.z.header

block.x.header:                                   ; preds = %thread.z.exit, %block.y.body
  %block.x = phi i32 [ 0, %block.y.body ], [ %40, %thread.z.exit ]
  %37 = icmp ult i32 %block.x, %4
  br i1 %37, label %block.x.body, label %block.x.exit

block.x.body:                                     ; preds = %block.x.header
  br label %thread.z.header

block.x.exit:                                     ; preds = %block.x.header
  %38 = add i32 %block.y, 1
  br label %block.y.header

thread.z.header:                                  ; preds = %thread.y.exit, %block.x.body
  %thread.z = phi i32 [ 0, %block.x.body ], [ %42, %thread.y.exit ]
  %39 = icmp ult i32 %thread.z, %24
  br i1 %39, label %thread.z.body, label %thread.z.exit

thread.z.body:                                    ; preds = %thread.z.header
  br label %thread.y.header

thread.z.exit:                                    ; preds = %thread.z.header
  %40 = add i32 %block.x, 1
  br label %block.x.header

thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
  %thread.y = phi i32 [ 0, %thread.z.body ], [ %45, %thread.x.exit ]
  %41 = icmp ult i32 %thread.y, %20
  br i1 %41, label %thread.y.body, label %thread.y.exit

thread.y.body:                                    ; preds = %thread.y.header
  br label %thread.x.header

thread.y.exit:                                    ; preds = %thread.y.header
  %42 = add i32 %thread.z, 1
  br label %thread.z.header

thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
  %thread.x = phi i32 [ 0, %thread.y.body ], [ %44, %thread.x.body ]
  %43 = icmp ult i32 %thread.x, %15
  br i1 %43, label %thread.x.body, label %thread.x.exit

thread.x.body:                                    ; preds = %thread.x.header
  %flag.unsigned.i = zext i1 %25 to i64
  store i64 %flag.unsigned.i, ptr %out, align 4
  %p1.i = getelementptr i64, ptr %out, i64 1
  %flag.signed.i = sext i1 %25 to i64
  store i64 %flag.signed.i, ptr %p1.i, align 4
  %p2.i = getelementptr i64, ptr %out, i64 2
  %byte.unsigned.i = zext i8 %26 to i64
  store i64 %byte.unsigned.i, ptr %p2.i, align 4
  %p3.i = getelementptr i64, ptr %out, i64 3
  %byte.signed.i = sext i8 %26 to i64
  store i64 %byte.signed.i, ptr %p3.i, align 4
  %p4.i = getelementptr i64, ptr %out, i64 4
  %word.unsigned.i = zext i16 %27 to i64
  store i64 %word.unsigned.i, ptr %p4.i, align 4
  %p5.i = getelementptr i64, ptr %out, i64 5
  %word.signed.i = sext i16 %27 to i64
  store i64 %word.signed.i, ptr %p5.i, align 4
  %p6.i = getelementptr i64, ptr %out, i64 6
  %integer.unsigned.i = zext i32 %28 to i64
  store i64 %integer.unsigned.i, ptr %p6.i, align 4
  %p7.i = getelementptr i64, ptr %out, i64 7
  %integer.signed.i = sext i32 %28 to i64
  store i64 %integer.signed.i, ptr %p7.i, align 4
  %p8.i = getelementptr i64, ptr %out, i64 8
  store i64 %wide, ptr %p8.i, align 4
  %p9.i = getelementptr i64, ptr %out, i64 9
  store half %30, ptr %p9.i, align 2
  %p10.i = getelementptr i64, ptr %out, i64 10
  store float %32, ptr %p10.i, align 4
  %p11.i = getelementptr i64, ptr %out, i64 11
  store double %33, ptr %p11.i, align 8
  %44 = add i32 %thread.x, 1
  br label %thread.x.header

thread.x.exit:                                    ; preds = %thread.x.header
  %45 = add i32 %thread.y, 1
  br label %thread.y.header
}

declare i64 @write(i32, ptr, i64)

declare void @abort()
