; do the threads of a block share memory, and wait for one another?

; ModuleID = 'shared-static'
source_filename = "shared-static"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'reverse' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@.offload_message.1 = private unnamed_addr constant [114 x i8] c"offload4j: error: kernel 'reverse' was launched on the host with a block of no threads, or of more than 16777216\0A\00", align 1
@.offload_message.2 = private unnamed_addr constant [77 x i8] c"offload4j: error: kernel 'reverse' has no memory for the threads of a block\0A\00", align 1

define void @reverse(ptr %dyn_ptr, ptr %values) {
entry:
  %0 = alloca ptr addrspace(3), align 8
  %1 = ptrtoint ptr %dyn_ptr to i64
  %2 = icmp eq i64 %1, -1
  br i1 %2, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %3 = call i64 @write(i32 2, ptr @.offload_message, i64 150)
  call void @abort()
  unreachable

start:                                            ; preds = %entry
  %4 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
  %5 = load i32, ptr %4, align 4
  %6 = icmp eq i32 %5, 0
  %7 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
  %8 = load i32, ptr %7, align 4
  %9 = icmp eq i32 %8, 0
  %10 = select i1 %9, i32 1, i32 %8
  %11 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
  %12 = load i32, ptr %11, align 4
  %13 = icmp eq i32 %12, 0
  %14 = select i1 %13, i32 1, i32 %12
  %15 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
  %16 = load i32, ptr %15, align 4
  %17 = icmp eq i32 %16, 0
  %18 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
  %19 = load i32, ptr %18, align 4
  %20 = icmp eq i32 %19, 0
  %21 = select i1 %20, i32 1, i32 %19
  %22 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
  %23 = load i32, ptr %22, align 4
  %24 = icmp eq i32 %23, 0
  %25 = select i1 %24, i32 1, i32 %23
  br label %sized

sized:                                            ; preds = %start
  %26 = zext i32 %16 to i64
  %27 = sub i64 %26, 1
  %28 = icmp ult i64 %27, 16777216
  %29 = zext i32 %21 to i64
  %30 = mul i64 %26, %29
  %31 = sub i64 %30, 1
  %32 = icmp ult i64 %31, 16777216
  %33 = and i1 %28, %32
  %34 = zext i32 %25 to i64
  %35 = mul i64 %30, %34
  %36 = sub i64 %35, 1
  %37 = icmp ult i64 %36, 16777216
  %38 = and i1 %33, %37
  br i1 %38, label %allowed, label %refused

refused:                                          ; preds = %sized
  %39 = call i64 @write(i32 2, ptr @.offload_message.1, i64 113)
  call void @abort()
  unreachable

allowed:                                          ; preds = %sized
  %40 = mul i64 %35, 0
  %41 = call ptr @aligned_alloc(i64 64, i64 256)
  %42 = ptrtoint ptr %41 to i64
  %43 = icmp ne i64 %42, 0
  br i1 %43, label %allowed2, label %refused1

refused1:                                         ; preds = %allowed
  %44 = call i64 @write(i32 2, ptr @.offload_message.2, i64 76)
  call void @abort()
  unreachable

allowed2:                                         ; preds = %allowed
  br label %block.z.header

block.z.header:                                   ; preds = %block.y.exit, %allowed2
  %block.z = phi i32 [ 0, %allowed2 ], [ %47, %block.y.exit ]
  %45 = icmp ult i32 %block.z, %14
  br i1 %45, label %block.z.body, label %block.z.exit

block.z.body:                                     ; preds = %block.z.header
  br label %block.y.header

block.z.exit:                                     ; preds = %block.z.header
  call void @free(ptr %41)
  ret void

block.y.header:                                   ; preds = %block.x.exit, %block.z.body
  %block.y = phi i32 [ 0, %block.z.body ], [ %88, %block.x.exit ]
  %46 = icmp ult i32 %block.y, %10
  br i1 %46, label %block.y.body, label %block.y.exit

block.y.body:                                     ; preds = %block.y.header
  br label %block.x.header

block.y.exit:                                     ; preds = %block.y.header
  %47 = add i32 %block.z, 1
  br label %block.z.header

block.x.header:                                   ; preds = %reverse.item.exit, %block.y.body
  %block.x = phi i32 [ 0, %block.y.body ], [ %87, %reverse.item.exit ]
  %48 = icmp ult i32 %block.x, %5
  br i1 %48, label %block.x.body, label %block.x.exit

block.x.body:                                     ; preds = %block.x.header
  call void @llvm.lifetime.start.p0(i64 8, ptr %0)
  %49 = zext i32 %16 to i64
  %50 = zext i32 %21 to i64
  %51 = mul nuw nsw i64 %49, %50
  %52 = zext i32 %25 to i64
  %53 = mul nuw nsw i64 %51, %52
  br label %items.z.i

items.z.i:                                        ; preds = %items.z.next.i, %block.x.body
  %z.i = phi i32 [ 0, %block.x.body ], [ %68, %items.z.next.i ]
  %54 = zext i32 %z.i to i64
  %55 = zext i32 %21 to i64
  %56 = mul nuw nsw i64 %54, %55
  br label %items.y.i

items.y.i:                                        ; preds = %items.y.next.i, %items.z.i
  %y.i = phi i32 [ 0, %items.z.i ], [ %66, %items.y.next.i ]
  %57 = zext i32 %y.i to i64
  %58 = add nuw nsw i64 %56, %57
  %59 = zext i32 %16 to i64
  %60 = mul nuw nsw i64 %58, %59
  br label %items.x.i

items.x.i:                                        ; preds = %items.x.i, %items.y.i
  %x.i = phi i32 [ 0, %items.y.i ], [ %64, %items.x.i ]
  %61 = zext i32 %x.i to i64
  %62 = add nuw nsw i64 %60, %61
  %63 = addrspacecast ptr %41 to ptr addrspace(3)
  store ptr addrspace(3) %63, ptr %0, align 8
  %from.i.i = getelementptr float, ptr %values, i32 %x.i
  %v.i.i = load float, ptr %from.i.i, align 4, !llvm.access.group !0
  %slot.i.i = getelementptr [64 x float], ptr addrspace(3) %63, i32 0, i32 %x.i
  store float %v.i.i, ptr addrspace(3) %slot.i.i, align 4, !llvm.access.group !0
  %64 = add nuw nsw i32 %x.i, 1
  %65 = icmp ult i32 %64, %16
  br i1 %65, label %items.x.i, label %items.y.next.i, !llvm.loop !1

items.y.next.i:                                   ; preds = %items.x.i
  %66 = add nuw nsw i32 %y.i, 1
  %67 = icmp ult i32 %66, %21
  br i1 %67, label %items.y.i, label %items.z.next.i, !llvm.loop !3

items.z.next.i:                                   ; preds = %items.y.next.i
  %68 = add nuw nsw i32 %z.i, 1
  %69 = icmp ult i32 %68, %25
  br i1 %69, label %items.z.i, label %items.end.i, !llvm.loop !4

items.end.i:                                      ; preds = %items.z.next.i
  %70 = load ptr addrspace(3), ptr %0, align 8
  br label %items.z2.i

items.z2.i:                                       ; preds = %items.z.next7.i, %items.end.i
  %z9.i = phi i32 [ 0, %items.end.i ], [ %85, %items.z.next7.i ]
  %71 = zext i32 %z9.i to i64
  %72 = zext i32 %21 to i64
  %73 = mul nuw nsw i64 %71, %72
  br label %items.y3.i

items.y3.i:                                       ; preds = %items.y.next6.i, %items.z2.i
  %y10.i = phi i32 [ 0, %items.z2.i ], [ %83, %items.y.next6.i ]
  %74 = zext i32 %y10.i to i64
  %75 = add nuw nsw i64 %73, %74
  %76 = zext i32 %16 to i64
  %77 = mul nuw nsw i64 %75, %76
  br label %items.x4.i

items.x4.i:                                       ; preds = %items.x4.i, %items.y3.i
  %x11.i = phi i32 [ 0, %items.y3.i ], [ %81, %items.x4.i ]
  %78 = zext i32 %x11.i to i64
  %79 = add nuw nsw i64 %77, %78
  %80 = getelementptr float, ptr %values, i32 %x11.i
  %other.i.i = sub i32 63, %x11.i
  %other.slot.i.i = getelementptr [64 x float], ptr addrspace(3) %70, i32 0, i32 %other.i.i
  %w.i.i = load float, ptr addrspace(3) %other.slot.i.i, align 4, !llvm.access.group !5
  store float %w.i.i, ptr %80, align 4, !llvm.access.group !5
  %81 = add nuw nsw i32 %x11.i, 1
  %82 = icmp ult i32 %81, %16
  br i1 %82, label %items.x4.i, label %items.y.next6.i, !llvm.loop !6

items.y.next6.i:                                  ; preds = %items.x4.i
  %83 = add nuw nsw i32 %y10.i, 1
  %84 = icmp ult i32 %83, %21
  br i1 %84, label %items.y3.i, label %items.z.next7.i, !llvm.loop !8

items.z.next7.i:                                  ; preds = %items.y.next6.i
  %85 = add nuw nsw i32 %z9.i, 1
  %86 = icmp ult i32 %85, %25
  br i1 %86, label %items.z2.i, label %reverse.item.exit, !llvm.loop !9

reverse.item.exit:                                ; preds = %items.z.next7.i
  call void @llvm.lifetime.end.p0(i64 8, ptr %0)
  %87 = add i32 %block.x, 1
  br label %block.x.header

block.x.exit:                                     ; preds = %block.x.header
  %88 = add i32 %block.y, 1
  br label %block.y.header
}

declare i64 @write(i32, ptr, i64)

declare void @abort()

declare ptr @aligned_alloc(i64, i64)

declare void @free(ptr)

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #0

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #0

attributes #0 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }

!0 = distinct !{}
!1 = distinct !{!1, !2}
!2 = !{!"llvm.loop.parallel_accesses", !0}
!3 = distinct !{!3, !2}
!4 = distinct !{!4, !2}
!5 = distinct !{}
!6 = distinct !{!6, !7}
!7 = !{!"llvm.loop.parallel_accesses", !5}
!8 = distinct !{!8, !7}
!9 = distinct !{!9, !7}
