; are helper functions hidden, and unused ones gone?

; ModuleID = 'helpers'
source_filename = "helpers"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'squares' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@.offload_message.1 = private unnamed_addr constant [153 x i8] c"offload4j: error: kernel 'square_of' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1

; Function Attrs: nofree
define void @squares(ptr readonly %dyn_ptr, ptr nocapture writeonly %out) local_unnamed_addr #0 {
entry:
  %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
  br i1 %0, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %1 = tail call i64 @write(i32 2, ptr nonnull @.offload_message, i64 150)
  tail call void @abort()
  unreachable

start:                                            ; preds = %entry
  %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 72
  %3 = load i32, ptr %2, align 4
  %4 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 76
  %5 = load i32, ptr %4, align 4
  %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
  %7 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 80
  %8 = load i32, ptr %7, align 4
  %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
  %10 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %11 = load i32, ptr %10, align 4
  %12 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %13 = load i32, ptr %12, align 4
  %14 = tail call i32 @llvm.umax.i32(i32 %13, i32 1)
  %15 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %16 = load i32, ptr %15, align 4
  %17 = tail call i32 @llvm.umax.i32(i32 %16, i32 1)
  %.not = icmp eq i32 %3, 0
  %.not7 = icmp eq i32 %11, 0
  %xtraiter = and i32 %11, 3
  %18 = icmp ult i32 %11, 4
  %unroll_iter = and i32 %11, -4
  %lcmp.mod.not = icmp eq i32 %xtraiter, 0
  br label %block.y.header.preheader

block.y.header.preheader:                         ; preds = %start, %block.y.exit
  %block.z6 = phi i32 [ 0, %start ], [ %19, %block.y.exit ]
  br label %block.x.header.preheader

block.z.exit:                                     ; preds = %block.y.exit
  ret void

block.x.header.preheader:                         ; preds = %block.y.header.preheader, %block.x.exit
  %block.y5 = phi i32 [ 0, %block.y.header.preheader ], [ %20, %block.x.exit ]
  br i1 %.not, label %block.x.exit, label %thread.z.header.preheader

block.y.exit:                                     ; preds = %block.x.exit
  %19 = add nuw i32 %block.z6, 1
  %exitcond12.not = icmp eq i32 %19, %9
  br i1 %exitcond12.not, label %block.z.exit, label %block.y.header.preheader

thread.z.header.preheader:                        ; preds = %block.x.header.preheader, %thread.z.exit
  %block.x4 = phi i32 [ %21, %thread.z.exit ], [ 0, %block.x.header.preheader ]
  br label %thread.y.header.preheader

block.x.exit:                                     ; preds = %thread.z.exit, %block.x.header.preheader
  %20 = add nuw i32 %block.y5, 1
  %exitcond11.not = icmp eq i32 %20, %6
  br i1 %exitcond11.not, label %block.y.exit, label %block.x.header.preheader

thread.y.header.preheader:                        ; preds = %thread.z.header.preheader, %thread.y.exit
  %thread.z3 = phi i32 [ 0, %thread.z.header.preheader ], [ %22, %thread.y.exit ]
  br label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %21 = add nuw i32 %block.x4, 1
  %exitcond10.not = icmp eq i32 %21, %3
  br i1 %exitcond10.not, label %block.x.exit, label %thread.z.header.preheader

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit
  %thread.y2 = phi i32 [ 0, %thread.y.header.preheader ], [ %33, %thread.x.exit ]
  br i1 %.not7, label %thread.x.exit, label %thread.x.body.preheader

thread.x.body.preheader:                          ; preds = %thread.x.header.preheader
  br i1 %18, label %thread.x.exit.loopexit.unr-lcssa, label %thread.x.body

thread.y.exit:                                    ; preds = %thread.x.exit
  %22 = add nuw i32 %thread.z3, 1
  %exitcond9.not = icmp eq i32 %22, %17
  br i1 %exitcond9.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.body:                                    ; preds = %thread.x.body.preheader, %thread.x.body
  %thread.x1 = phi i32 [ %30, %thread.x.body ], [ 0, %thread.x.body.preheader ]
  %niter = phi i32 [ %niter.next.3, %thread.x.body ], [ 0, %thread.x.body.preheader ]
  %v.i.i.i = mul i32 %thread.x1, %thread.x1
  %23 = sext i32 %thread.x1 to i64
  %p.i = getelementptr i32, ptr %out, i64 %23
  store i32 %v.i.i.i, ptr %p.i, align 4
  %24 = or disjoint i32 %thread.x1, 1
  %v.i.i.i.1 = mul i32 %24, %24
  %25 = sext i32 %24 to i64
  %p.i.1 = getelementptr i32, ptr %out, i64 %25
  store i32 %v.i.i.i.1, ptr %p.i.1, align 4
  %26 = or disjoint i32 %thread.x1, 2
  %v.i.i.i.2 = mul i32 %26, %26
  %27 = sext i32 %26 to i64
  %p.i.2 = getelementptr i32, ptr %out, i64 %27
  store i32 %v.i.i.i.2, ptr %p.i.2, align 4
  %28 = or disjoint i32 %thread.x1, 3
  %v.i.i.i.3 = mul i32 %28, %28
  %29 = sext i32 %28 to i64
  %p.i.3 = getelementptr i32, ptr %out, i64 %29
  store i32 %v.i.i.i.3, ptr %p.i.3, align 4
  %30 = add nuw i32 %thread.x1, 4
  %niter.next.3 = add i32 %niter, 4
  %niter.ncmp.3 = icmp eq i32 %niter.next.3, %unroll_iter
  br i1 %niter.ncmp.3, label %thread.x.exit.loopexit.unr-lcssa, label %thread.x.body

thread.x.exit.loopexit.unr-lcssa:                 ; preds = %thread.x.body, %thread.x.body.preheader
  %thread.x1.unr = phi i32 [ 0, %thread.x.body.preheader ], [ %30, %thread.x.body ]
  br i1 %lcmp.mod.not, label %thread.x.exit, label %thread.x.body.epil

thread.x.body.epil:                               ; preds = %thread.x.exit.loopexit.unr-lcssa, %thread.x.body.epil
  %thread.x1.epil = phi i32 [ %32, %thread.x.body.epil ], [ %thread.x1.unr, %thread.x.exit.loopexit.unr-lcssa ]
  %epil.iter = phi i32 [ %epil.iter.next, %thread.x.body.epil ], [ 0, %thread.x.exit.loopexit.unr-lcssa ]
  %v.i.i.i.epil = mul i32 %thread.x1.epil, %thread.x1.epil
  %31 = sext i32 %thread.x1.epil to i64
  %p.i.epil = getelementptr i32, ptr %out, i64 %31
  store i32 %v.i.i.i.epil, ptr %p.i.epil, align 4
  %32 = add nuw i32 %thread.x1.epil, 1
  %epil.iter.next = add i32 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i32 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %thread.x.exit, label %thread.x.body.epil, !llvm.loop !0

thread.x.exit:                                    ; preds = %thread.x.exit.loopexit.unr-lcssa, %thread.x.body.epil, %thread.x.header.preheader
  %33 = add nuw i32 %thread.y2, 1
  %exitcond8.not = icmp eq i32 %33, %14
  br i1 %exitcond8.not, label %thread.y.exit, label %thread.x.header.preheader
}

; Function Attrs: nofree
declare noundef i64 @write(i32 noundef, ptr nocapture noundef readonly, i64 noundef) local_unnamed_addr #0

; Function Attrs: cold nofree
declare void @abort() local_unnamed_addr #1

; Function Attrs: nofree
define void @square_of(ptr readonly %dyn_ptr, ptr nocapture writeonly %out, i64 %n) local_unnamed_addr #0 {
entry:
  %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
  br i1 %0, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %1 = tail call i64 @write(i32 2, ptr nonnull @.offload_message.1, i64 152)
  tail call void @abort()
  unreachable

start:                                            ; preds = %entry
  %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 72
  %3 = load i32, ptr %2, align 4
  %4 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 76
  %5 = load i32, ptr %4, align 4
  %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
  %7 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 80
  %8 = load i32, ptr %7, align 4
  %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
  %10 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %11 = load i32, ptr %10, align 4
  %12 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %13 = load i32, ptr %12, align 4
  %14 = tail call i32 @llvm.umax.i32(i32 %13, i32 1)
  %15 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %16 = load i32, ptr %15, align 4
  %17 = tail call i32 @llvm.umax.i32(i32 %16, i32 1)
  %18 = trunc i64 %n to i32
  %.not = icmp eq i32 %3, 0
  %.not7 = icmp eq i32 %11, 0
  %v.i.i = mul i32 %18, %18
  %xtraiter = and i32 %14, 3
  %19 = icmp ult i32 %13, 4
  %unroll_iter = and i32 %14, -4
  %lcmp.mod.not = icmp eq i32 %xtraiter, 0
  br label %block.y.header.preheader

block.y.header.preheader:                         ; preds = %start, %block.y.exit
  %block.z6 = phi i32 [ 0, %start ], [ %20, %block.y.exit ]
  br label %block.x.header.preheader

block.z.exit:                                     ; preds = %block.y.exit
  ret void

block.x.header.preheader:                         ; preds = %block.y.header.preheader, %block.x.exit
  %block.y5 = phi i32 [ 0, %block.y.header.preheader ], [ %21, %block.x.exit ]
  br i1 %.not, label %block.x.exit, label %thread.z.header.preheader

block.y.exit:                                     ; preds = %block.x.exit
  %20 = add nuw i32 %block.z6, 1
  %exitcond11.not = icmp eq i32 %20, %9
  br i1 %exitcond11.not, label %block.z.exit, label %block.y.header.preheader

thread.z.header.preheader:                        ; preds = %block.x.header.preheader, %thread.z.exit
  %block.x4 = phi i32 [ %22, %thread.z.exit ], [ 0, %block.x.header.preheader ]
  br label %thread.y.header.preheader

block.x.exit:                                     ; preds = %thread.z.exit, %block.x.header.preheader
  %21 = add nuw i32 %block.y5, 1
  %exitcond10.not = icmp eq i32 %21, %6
  br i1 %exitcond10.not, label %block.y.exit, label %block.x.header.preheader

thread.y.header.preheader:                        ; preds = %thread.z.header.preheader, %thread.y.exit
  %thread.z3 = phi i32 [ 0, %thread.z.header.preheader ], [ %23, %thread.y.exit ]
  br i1 %19, label %thread.y.exit.unr-lcssa, label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %22 = add nuw i32 %block.x4, 1
  %exitcond9.not = icmp eq i32 %22, %3
  br i1 %exitcond9.not, label %block.x.exit, label %thread.z.header.preheader

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit.3
  %niter = phi i32 [ %niter.next.3, %thread.x.exit.3 ], [ 0, %thread.y.header.preheader ]
  br i1 %.not7, label %thread.x.exit.3, label %thread.x.body.lr.ph

thread.x.body.lr.ph:                              ; preds = %thread.x.header.preheader
  store i32 %v.i.i, ptr %out, align 4
  store i32 %v.i.i, ptr %out, align 4
  store i32 %v.i.i, ptr %out, align 4
  store i32 %v.i.i, ptr %out, align 4
  br label %thread.x.exit.3

thread.y.exit.unr-lcssa:                          ; preds = %thread.x.exit.3, %thread.y.header.preheader
  br i1 %lcmp.mod.not, label %thread.y.exit, label %thread.x.header.preheader.epil

thread.x.header.preheader.epil:                   ; preds = %thread.y.exit.unr-lcssa, %thread.x.exit.epil
  %epil.iter = phi i32 [ %epil.iter.next, %thread.x.exit.epil ], [ 0, %thread.y.exit.unr-lcssa ]
  br i1 %.not7, label %thread.x.exit.epil, label %thread.x.body.lr.ph.epil

thread.x.body.lr.ph.epil:                         ; preds = %thread.x.header.preheader.epil
  store i32 %v.i.i, ptr %out, align 4
  br label %thread.x.exit.epil

thread.x.exit.epil:                               ; preds = %thread.x.body.lr.ph.epil, %thread.x.header.preheader.epil
  %epil.iter.next = add i32 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i32 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %thread.y.exit, label %thread.x.header.preheader.epil, !llvm.loop !2

thread.y.exit:                                    ; preds = %thread.x.exit.epil, %thread.y.exit.unr-lcssa
  %23 = add nuw i32 %thread.z3, 1
  %exitcond8.not = icmp eq i32 %23, %17
  br i1 %exitcond8.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.exit.3:                                  ; preds = %thread.x.header.preheader, %thread.x.body.lr.ph
  %niter.next.3 = add i32 %niter, 4
  %niter.ncmp.3 = icmp eq i32 %niter.next.3, %unroll_iter
  br i1 %niter.ncmp.3, label %thread.y.exit.unr-lcssa, label %thread.x.header.preheader
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #2

attributes #0 = { nofree }
attributes #1 = { cold nofree }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.disable"}
!2 = distinct !{!2, !1}
