; do the threads of a block share memory, and wait for one another?

; ModuleID = 'shared-static'
source_filename = "shared-static"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'reverse' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@reverse.cost = internal global double 0.000000e+00
@.offload_message.1 = private unnamed_addr constant [114 x i8] c"offload4j: error: kernel 'reverse' was launched on the host with a block of no threads, or of more than 16777216\0A\00", align 1
@.offload_message.2 = private unnamed_addr constant [77 x i8] c"offload4j: error: kernel 'reverse' has no memory for the threads of a block\0A\00", align 1

define void @reverse(ptr %dyn_ptr, ptr %values) {
entry:
  %arguments = alloca { ptr, ptr }, align 8
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
  call void @reverse.blocks(ptr %dyn_ptr, ptr %values, ptr %piece)
  ret void

several:                                          ; preds = %start
  %23 = getelementptr inbounds { ptr, ptr }, ptr %arguments, i32 0, i32 0
  store ptr %dyn_ptr, ptr %23, align 8
  %24 = getelementptr inbounds { ptr, ptr }, ptr %arguments, i32 0, i32 1
  store ptr %values, ptr %24, align 8
  call void @.offload.cores.spread(ptr @reverse.range, ptr %arguments, i64 %19, ptr @reverse.cost)
  ret void
}

; Function Attrs: noinline
define internal void @reverse.blocks(ptr %dyn_ptr, ptr %values, ptr %piece) #0 {
entry:
  %0 = alloca ptr addrspace(3), align 8
  %1 = getelementptr inbounds i8, ptr %dyn_ptr, i32 72
  %2 = load i32, ptr %1, align 4
  %3 = icmp eq i32 %2, 0
  %4 = getelementptr inbounds i8, ptr %dyn_ptr, i32 76
  %5 = load i32, ptr %4, align 4
  %6 = icmp eq i32 %5, 0
  %7 = select i1 %6, i32 1, i32 %5
  %8 = getelementptr inbounds i8, ptr %dyn_ptr, i32 80
  %9 = load i32, ptr %8, align 4
  %10 = icmp eq i32 %9, 0
  %11 = select i1 %10, i32 1, i32 %9
  %12 = getelementptr inbounds i8, ptr %dyn_ptr, i32 84
  %13 = load i32, ptr %12, align 4
  %14 = icmp eq i32 %13, 0
  %15 = getelementptr inbounds i8, ptr %dyn_ptr, i32 88
  %16 = load i32, ptr %15, align 4
  %17 = icmp eq i32 %16, 0
  %18 = select i1 %17, i32 1, i32 %16
  %19 = getelementptr inbounds i8, ptr %dyn_ptr, i32 92
  %20 = load i32, ptr %19, align 4
  %21 = icmp eq i32 %20, 0
  %22 = select i1 %21, i32 1, i32 %20
  br label %sized

sized:                                            ; preds = %entry
  %23 = zext i32 %13 to i64
  %24 = sub i64 %23, 1
  %25 = icmp ult i64 %24, 16777216
  %26 = zext i32 %18 to i64
  %27 = mul i64 %23, %26
  %28 = sub i64 %27, 1
  %29 = icmp ult i64 %28, 16777216
  %30 = and i1 %25, %29
  %31 = zext i32 %22 to i64
  %32 = mul i64 %27, %31
  %33 = sub i64 %32, 1
  %34 = icmp ult i64 %33, 16777216
  %35 = and i1 %30, %34
  br i1 %35, label %allowed, label %refused

refused:                                          ; preds = %sized
  %36 = call i64 @write(i32 2, ptr @.offload_message.1, i64 113)
  call void @abort()
  unreachable

allowed:                                          ; preds = %sized
  %37 = mul i64 %32, 0
  %38 = call ptr @aligned_alloc(i64 64, i64 256)
  %39 = ptrtoint ptr %38 to i64
  %40 = icmp ne i64 %39, 0
  br i1 %40, label %allowed2, label %refused1

refused1:                                         ; preds = %allowed
  %41 = call i64 @write(i32 2, ptr @.offload_message.2, i64 76)
  call void @abort()
  unreachable

allowed2:                                         ; preds = %allowed
  br label %take

take:                                             ; preds = %over, %allowed2
  %first = load i64, ptr %piece, align 8
  %42 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
  %end = load i64, ptr %42, align 8
  %43 = icmp ult i64 %first, %end
  br i1 %43, label %some, label %over

some:                                             ; preds = %take
  %44 = icmp eq i64 %first, 0
  br i1 %44, label %block, label %inside

inside:                                           ; preds = %some
  %45 = zext i32 %2 to i64
  %46 = urem i64 %first, %45
  %47 = trunc i64 %46 to i32
  %48 = udiv i64 %first, %45
  %49 = zext i32 %7 to i64
  %50 = urem i64 %48, %49
  %51 = trunc i64 %50 to i32
  %52 = udiv i64 %48, %49
  %53 = zext i32 %11 to i64
  %54 = trunc i64 %52 to i32
  br label %block

block:                                            ; preds = %reverse.item.exit, %inside, %some
  %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %93, %reverse.item.exit ]
  %block.x = phi i32 [ 0, %some ], [ %47, %inside ], [ %96, %reverse.item.exit ]
  %block.y = phi i32 [ 0, %some ], [ %51, %inside ], [ %100, %reverse.item.exit ]
  %block.z = phi i32 [ 0, %some ], [ %54, %inside ], [ %102, %reverse.item.exit ]
  call void @llvm.lifetime.start.p0(i64 8, ptr %0)
  %55 = zext i32 %13 to i64
  %56 = zext i32 %18 to i64
  %57 = mul nuw nsw i64 %55, %56
  %58 = zext i32 %22 to i64
  %59 = mul nuw nsw i64 %57, %58
  br label %items.z.i

items.z.i:                                        ; preds = %items.z.next.i, %block
  %z.i = phi i32 [ 0, %block ], [ %74, %items.z.next.i ]
  %60 = zext i32 %z.i to i64
  %61 = zext i32 %18 to i64
  %62 = mul nuw nsw i64 %60, %61
  br label %items.y.i

items.y.i:                                        ; preds = %items.y.next.i, %items.z.i
  %y.i = phi i32 [ 0, %items.z.i ], [ %72, %items.y.next.i ]
  %63 = zext i32 %y.i to i64
  %64 = add nuw nsw i64 %62, %63
  %65 = zext i32 %13 to i64
  %66 = mul nuw nsw i64 %64, %65
  br label %items.x.i

items.x.i:                                        ; preds = %items.x.i, %items.y.i
  %x.i = phi i32 [ 0, %items.y.i ], [ %70, %items.x.i ]
  %67 = zext i32 %x.i to i64
  %68 = add nuw nsw i64 %66, %67
  %69 = addrspacecast ptr %38 to ptr addrspace(3)
  store ptr addrspace(3) %69, ptr %0, align 8
  %from.i.i = getelementptr float, ptr %values, i32 %x.i
  %v.i.i = load float, ptr %from.i.i, align 4, !llvm.access.group !0
  %slot.i.i = getelementptr [64 x float], ptr addrspace(3) %69, i32 0, i32 %x.i
  store float %v.i.i, ptr addrspace(3) %slot.i.i, align 4, !llvm.access.group !0
  %70 = add nuw nsw i32 %x.i, 1
  %71 = icmp ult i32 %70, %13
  br i1 %71, label %items.x.i, label %items.y.next.i, !llvm.loop !1

items.y.next.i:                                   ; preds = %items.x.i
  %72 = add nuw nsw i32 %y.i, 1
  %73 = icmp ult i32 %72, %18
  br i1 %73, label %items.y.i, label %items.z.next.i, !llvm.loop !3

items.z.next.i:                                   ; preds = %items.y.next.i
  %74 = add nuw nsw i32 %z.i, 1
  %75 = icmp ult i32 %74, %22
  br i1 %75, label %items.z.i, label %items.end.i, !llvm.loop !4

items.end.i:                                      ; preds = %items.z.next.i
  %76 = load ptr addrspace(3), ptr %0, align 8
  br label %items.z2.i

items.z2.i:                                       ; preds = %items.z.next7.i, %items.end.i
  %z9.i = phi i32 [ 0, %items.end.i ], [ %91, %items.z.next7.i ]
  %77 = zext i32 %z9.i to i64
  %78 = zext i32 %18 to i64
  %79 = mul nuw nsw i64 %77, %78
  br label %items.y3.i

items.y3.i:                                       ; preds = %items.y.next6.i, %items.z2.i
  %y10.i = phi i32 [ 0, %items.z2.i ], [ %89, %items.y.next6.i ]
  %80 = zext i32 %y10.i to i64
  %81 = add nuw nsw i64 %79, %80
  %82 = zext i32 %13 to i64
  %83 = mul nuw nsw i64 %81, %82
  br label %items.x4.i

items.x4.i:                                       ; preds = %items.x4.i, %items.y3.i
  %x11.i = phi i32 [ 0, %items.y3.i ], [ %87, %items.x4.i ]
  %84 = zext i32 %x11.i to i64
  %85 = add nuw nsw i64 %83, %84
  %86 = getelementptr float, ptr %values, i32 %x11.i
  %other.i.i = sub i32 63, %x11.i
  %other.slot.i.i = getelementptr [64 x float], ptr addrspace(3) %76, i32 0, i32 %other.i.i
  %w.i.i = load float, ptr addrspace(3) %other.slot.i.i, align 4, !llvm.access.group !5
  store float %w.i.i, ptr %86, align 4, !llvm.access.group !5
  %87 = add nuw nsw i32 %x11.i, 1
  %88 = icmp ult i32 %87, %13
  br i1 %88, label %items.x4.i, label %items.y.next6.i, !llvm.loop !6

items.y.next6.i:                                  ; preds = %items.x4.i
  %89 = add nuw nsw i32 %y10.i, 1
  %90 = icmp ult i32 %89, %18
  br i1 %90, label %items.y3.i, label %items.z.next7.i, !llvm.loop !8

items.z.next7.i:                                  ; preds = %items.y.next6.i
  %91 = add nuw nsw i32 %z9.i, 1
  %92 = icmp ult i32 %91, %22
  br i1 %92, label %items.z2.i, label %reverse.item.exit, !llvm.loop !9

reverse.item.exit:                                ; preds = %items.z.next7.i
  call void @llvm.lifetime.end.p0(i64 8, ptr %0)
  %93 = add i64 %number, 1
  %94 = add i32 %block.x, 1
  %95 = icmp eq i32 %94, %2
  %96 = select i1 %95, i32 0, i32 %94
  %97 = zext i1 %95 to i32
  %98 = add i32 %block.y, %97
  %99 = icmp eq i32 %98, %7
  %100 = select i1 %99, i32 0, i32 %98
  %101 = zext i1 %99 to i32
  %102 = add i32 %block.z, %101
  %103 = icmp ult i64 %93, %end
  br i1 %103, label %block, label %over

over:                                             ; preds = %reverse.item.exit, %take
  %104 = call i1 @.offload.cores.more(ptr %piece)
  br i1 %104, label %take, label %done

done:                                             ; preds = %over
  call void @free(ptr %38)
  ret void
}

define internal void @reverse.range(ptr %arguments, ptr %piece) {
entry:
  %0 = getelementptr inbounds { ptr, ptr }, ptr %arguments, i32 0, i32 0
  %1 = load ptr, ptr %0, align 8
  %2 = getelementptr inbounds { ptr, ptr }, ptr %arguments, i32 0, i32 1
  %3 = load ptr, ptr %2, align 8
  call void @reverse.blocks(ptr %1, ptr %3, ptr %piece)
  ret void
}

declare i64 @write(i32, ptr, i64)

declare void @abort()

declare void @.offload.cores.spread(ptr, ptr, i64, ptr)

declare ptr @aligned_alloc(i64, i64)

declare i1 @.offload.cores.more(ptr)

declare void @free(ptr)

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

attributes #0 = { noinline }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }

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
