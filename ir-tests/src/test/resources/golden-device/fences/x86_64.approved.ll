; whom does a fence order memory for?

; ModuleID = 'fences'
source_filename = "fences"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [148 x i8] c"offload4j: error: kernel 'tell' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1

define void @tell(ptr %dyn_ptr, ptr %message, ptr %near, ptr %far) {
entry:
  %0 = ptrtoint ptr %dyn_ptr to i64
  %1 = icmp eq i64 %0, -1
  br i1 %1, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %2 = call i64 @write(i32 2, ptr @.offload_message, i64 147)
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
  br label %block.z.header

block.z.header:                                   ; preds = %block.y.exit, %start
  %block.z = phi i32 [ 0, %start ], [ %27, %block.y.exit ]
  %25 = icmp ult i32 %block.z, %13
  br i1 %25, label %block.z.body, label %block.z.exit

block.z.body:                                     ; preds = %block.z.header
  br label %block.y.header

block.z.exit:                                     ; preds = %block.z.header
  ret void

block.y.header:                                   ; preds = %block.x.exit, %block.z.body
  %block.y = phi i32 [ 0, %block.z.body ], [ %29, %block.x.exit ]
  %26 = icmp ult i32 %block.y, %9
  br i1 %26, label %block.y.body, label %block.y.exit

block.y.body:                                     ; preds = %block.y.header
  br label %block.x.header

block.y.exit:                                     ; preds = %block.y.header
  %27 = add i32 %block.z, 1
  br label %block.z.header

block.x.header:                                   ; preds = %thread.z.exit, %block.y.body
  %block.x = phi i32 [ 0, %block.y.body ], [ %31, %thread.z.exit ]
  %28 = icmp ult i32 %block.x, %4
  br i1 %28, label %block.x.body, label %block.x.exit

block.x.body:                                     ; preds = %block.x.header
  br label %thread.z.header

block.x.exit:                                     ; preds = %block.x.header
  %29 = add i32 %block.y, 1
  br label %block.y.header

thread.z.header:                                  ; preds = %thread.y.exit, %block.x.body
  %thread.z = phi i32 [ 0, %block.x.body ], [ %33, %thread.y.exit ]
  %30 = icmp ult i32 %thread.z, %24
  br i1 %30, label %thread.z.body, label %thread.z.exit

thread.z.body:                                    ; preds = %thread.z.header
  br label %thread.y.header

thread.z.exit:                                    ; preds = %thread.z.header
  %31 = add i32 %block.x, 1
  br label %block.x.header

thread.y.header:                                  ; preds = %thread.x.exit, %thread.z.body
  %thread.y = phi i32 [ 0, %thread.z.body ], [ %36, %thread.x.exit ]
  %32 = icmp ult i32 %thread.y, %20
  br i1 %32, label %thread.y.body, label %thread.y.exit

thread.y.body:                                    ; preds = %thread.y.header
  br label %thread.x.header

thread.y.exit:                                    ; preds = %thread.y.header
  %33 = add i32 %thread.z, 1
  br label %thread.z.header

thread.x.header:                                  ; preds = %thread.x.body, %thread.y.body
  %thread.x = phi i32 [ 0, %thread.y.body ], [ %35, %thread.x.body ]
  %34 = icmp ult i32 %thread.x, %15
  br i1 %34, label %thread.x.body, label %thread.x.exit

thread.x.body:                                    ; preds = %thread.x.header
  store i32 7, ptr %message, align 4
  fence seq_cst
  store atomic i32 1, ptr %near monotonic, align 4
  fence seq_cst
  store atomic i32 1, ptr %far monotonic, align 4
  %35 = add i32 %thread.x, 1
  br label %thread.x.header

thread.x.exit:                                    ; preds = %thread.x.header
  %36 = add i32 %thread.y, 1
  br label %thread.y.header
}

declare i64 @write(i32, ptr, i64)

declare void @abort()
