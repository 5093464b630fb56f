; are helper functions hidden, and unused ones gone?

; ModuleID = 'helpers'
source_filename = "helpers"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [151 x i8] c"offload4j: error: kernel 'squares' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@squares.cost = internal global double 0.000000e+00
@.offload_message.1 = private unnamed_addr constant [153 x i8] c"offload4j: error: kernel 'square_of' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@square_of.cost = internal global double 0.000000e+00

define void @squares(ptr %dyn_ptr, ptr %out) local_unnamed_addr {
entry:
  %arguments = alloca { ptr, ptr }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
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
  %10 = zext i32 %3 to i64
  %11 = zext i32 %6 to i64
  %12 = mul nuw i64 %11, %10
  %13 = zext i32 %9 to i64
  %14 = mul i64 %12, %13
  %15 = icmp ugt i64 %14, 1
  br i1 %15, label %several, label %one

common.ret:                                       ; preds = %several, %one
  ret void

one:                                              ; preds = %start
  store i64 0, ptr %piece, align 8
  %16 = getelementptr inbounds nuw i8, ptr %piece, i64 8
  store i64 %14, ptr %16, align 8
  %17 = getelementptr inbounds nuw i8, ptr %piece, i64 16
  store ptr null, ptr %17, align 8
  call fastcc void @squares.blocks(ptr %dyn_ptr, ptr %out, ptr nonnull %piece)
  br label %common.ret

several:                                          ; preds = %start
  store ptr %dyn_ptr, ptr %arguments, align 8
  %18 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  store ptr %out, ptr %18, align 8
  call void @.offload.cores.spread(ptr nonnull @squares.range, ptr nonnull %arguments, i64 %14, ptr nonnull @squares.cost)
  br label %common.ret
}

; Function Attrs: noinline
define internal fastcc void @squares.blocks(ptr nocapture readonly %dyn_ptr, ptr nocapture writeonly %out, ptr %piece) unnamed_addr #0 {
entry:
  %0 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %1 = load i32, ptr %0, align 4
  %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %3 = load i32, ptr %2, align 4
  %4 = tail call i32 @llvm.umax.i32(i32 %3, i32 1)
  %5 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %6 = load i32, ptr %5, align 4
  %7 = tail call i32 @llvm.umax.i32(i32 %6, i32 1)
  %8 = getelementptr inbounds nuw i8, ptr %piece, i64 8
  %.not = icmp eq i32 %1, 0
  %xtraiter = and i32 %1, 3
  %9 = icmp ult i32 %1, 4
  %unroll_iter = and i32 %1, -4
  %lcmp.mod.not = icmp eq i32 %xtraiter, 0
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %end = load i64, ptr %8, align 8
  %10 = icmp ult i64 %first, %end
  br i1 %10, label %block, label %over

block:                                            ; preds = %take, %thread.z.exit
  %number = phi i64 [ %12, %thread.z.exit ], [ %first, %take ]
  br label %thread.y.header.preheader

over:                                             ; preds = %thread.z.exit, %take
  %11 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
  br i1 %11, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.y.header.preheader:                        ; preds = %block, %thread.y.exit
  %thread.z3 = phi i32 [ 0, %block ], [ %14, %thread.y.exit ]
  br label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %12 = add i64 %number, 1
  %13 = icmp ult i64 %12, %end
  br i1 %13, label %block, label %over

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit
  %thread.y2 = phi i32 [ 0, %thread.y.header.preheader ], [ %25, %thread.x.exit ]
  br i1 %.not, label %thread.x.exit, label %thread.x.body.preheader

thread.x.body.preheader:                          ; preds = %thread.x.header.preheader
  br i1 %9, label %thread.x.exit.loopexit.unr-lcssa, label %thread.x.body

thread.y.exit:                                    ; preds = %thread.x.exit
  %14 = add nuw i32 %thread.z3, 1
  %exitcond5.not = icmp eq i32 %14, %7
  br i1 %exitcond5.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.body:                                    ; preds = %thread.x.body.preheader, %thread.x.body
  %thread.x1 = phi i32 [ %22, %thread.x.body ], [ 0, %thread.x.body.preheader ]
  %niter = phi i32 [ %niter.next.3, %thread.x.body ], [ 0, %thread.x.body.preheader ]
  %v.i.i.i = mul i32 %thread.x1, %thread.x1
  %15 = sext i32 %thread.x1 to i64
  %p.i = getelementptr i32, ptr %out, i64 %15
  store i32 %v.i.i.i, ptr %p.i, align 4
  %16 = or disjoint i32 %thread.x1, 1
  %v.i.i.i.1 = mul i32 %16, %16
  %17 = sext i32 %16 to i64
  %p.i.1 = getelementptr i32, ptr %out, i64 %17
  store i32 %v.i.i.i.1, ptr %p.i.1, align 4
  %18 = or disjoint i32 %thread.x1, 2
  %v.i.i.i.2 = mul i32 %18, %18
  %19 = sext i32 %18 to i64
  %p.i.2 = getelementptr i32, ptr %out, i64 %19
  store i32 %v.i.i.i.2, ptr %p.i.2, align 4
  %20 = or disjoint i32 %thread.x1, 3
  %v.i.i.i.3 = mul i32 %20, %20
  %21 = sext i32 %20 to i64
  %p.i.3 = getelementptr i32, ptr %out, i64 %21
  store i32 %v.i.i.i.3, ptr %p.i.3, align 4
  %22 = add nuw i32 %thread.x1, 4
  %niter.next.3 = add i32 %niter, 4
  %niter.ncmp.3 = icmp eq i32 %niter.next.3, %unroll_iter
  br i1 %niter.ncmp.3, label %thread.x.exit.loopexit.unr-lcssa, label %thread.x.body

thread.x.exit.loopexit.unr-lcssa:                 ; preds = %thread.x.body, %thread.x.body.preheader
  %thread.x1.unr = phi i32 [ 0, %thread.x.body.preheader ], [ %22, %thread.x.body ]
  br i1 %lcmp.mod.not, label %thread.x.exit, label %thread.x.body.epil

thread.x.body.epil:                               ; preds = %thread.x.exit.loopexit.unr-lcssa, %thread.x.body.epil
  %thread.x1.epil = phi i32 [ %24, %thread.x.body.epil ], [ %thread.x1.unr, %thread.x.exit.loopexit.unr-lcssa ]
  %epil.iter = phi i32 [ %epil.iter.next, %thread.x.body.epil ], [ 0, %thread.x.exit.loopexit.unr-lcssa ]
  %v.i.i.i.epil = mul i32 %thread.x1.epil, %thread.x1.epil
  %23 = sext i32 %thread.x1.epil to i64
  %p.i.epil = getelementptr i32, ptr %out, i64 %23
  store i32 %v.i.i.i.epil, ptr %p.i.epil, align 4
  %24 = add nuw i32 %thread.x1.epil, 1
  %epil.iter.next = add i32 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i32 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %thread.x.exit, label %thread.x.body.epil, !llvm.loop !0

thread.x.exit:                                    ; preds = %thread.x.exit.loopexit.unr-lcssa, %thread.x.body.epil, %thread.x.header.preheader
  %25 = add nuw i32 %thread.y2, 1
  %exitcond4.not = icmp eq i32 %25, %4
  br i1 %exitcond4.not, label %thread.y.exit, label %thread.x.header.preheader
}

define internal void @squares.range(ptr nocapture readonly %arguments, ptr %piece) {
entry:
  %0 = load ptr, ptr %arguments, align 8
  %1 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  %2 = load ptr, ptr %1, align 8
  tail call fastcc void @squares.blocks(ptr %0, ptr %2, ptr %piece)
  ret void
}

; Function Attrs: nofree
declare noundef i64 @write(i32 noundef, ptr nocapture noundef readonly, i64 noundef) local_unnamed_addr #1

; Function Attrs: cold nofree
declare void @abort() local_unnamed_addr #2

declare void @.offload.cores.spread(ptr, ptr, i64, ptr) local_unnamed_addr

define void @square_of(ptr %dyn_ptr, ptr %out, i64 %n) local_unnamed_addr {
entry:
  %arguments = alloca { ptr, ptr, i64 }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
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
  %10 = zext i32 %3 to i64
  %11 = zext i32 %6 to i64
  %12 = mul nuw i64 %11, %10
  %13 = zext i32 %9 to i64
  %14 = mul i64 %12, %13
  %15 = icmp ugt i64 %14, 1
  br i1 %15, label %several, label %one

common.ret:                                       ; preds = %several, %one
  ret void

one:                                              ; preds = %start
  store i64 0, ptr %piece, align 8
  %16 = getelementptr inbounds nuw i8, ptr %piece, i64 8
  store i64 %14, ptr %16, align 8
  %17 = getelementptr inbounds nuw i8, ptr %piece, i64 16
  store ptr null, ptr %17, align 8
  call fastcc void @square_of.blocks(ptr %dyn_ptr, ptr %out, i64 %n, ptr nonnull %piece)
  br label %common.ret

several:                                          ; preds = %start
  store ptr %dyn_ptr, ptr %arguments, align 8
  %18 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  store ptr %out, ptr %18, align 8
  %19 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
  store i64 %n, ptr %19, align 8
  call void @.offload.cores.spread(ptr nonnull @square_of.range, ptr nonnull %arguments, i64 %14, ptr nonnull @square_of.cost)
  br label %common.ret
}

; Function Attrs: noinline
define internal fastcc void @square_of.blocks(ptr nocapture readonly %dyn_ptr, ptr nocapture writeonly %out, i64 %n, ptr %piece) unnamed_addr #0 {
entry:
  %0 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %1 = load i32, ptr %0, align 4
  %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %3 = load i32, ptr %2, align 4
  %4 = tail call i32 @llvm.umax.i32(i32 %3, i32 1)
  %5 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %6 = load i32, ptr %5, align 4
  %7 = tail call i32 @llvm.umax.i32(i32 %6, i32 1)
  %8 = trunc i64 %n to i32
  %9 = getelementptr inbounds nuw i8, ptr %piece, i64 8
  %.not = icmp eq i32 %1, 0
  %v.i.i = mul i32 %8, %8
  %xtraiter = and i32 %4, 3
  %10 = icmp ult i32 %3, 4
  %unroll_iter = and i32 %4, -4
  %lcmp.mod.not = icmp eq i32 %xtraiter, 0
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %end = load i64, ptr %9, align 8
  %11 = icmp ult i64 %first, %end
  br i1 %11, label %block, label %over

block:                                            ; preds = %take, %thread.z.exit
  %number = phi i64 [ %13, %thread.z.exit ], [ %first, %take ]
  br label %thread.y.header.preheader

over:                                             ; preds = %thread.z.exit, %take
  %12 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
  br i1 %12, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.y.header.preheader:                        ; preds = %block, %thread.y.exit
  %thread.z3 = phi i32 [ 0, %block ], [ %15, %thread.y.exit ]
  br i1 %10, label %thread.y.exit.unr-lcssa, label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %13 = add i64 %number, 1
  %14 = icmp ult i64 %13, %end
  br i1 %14, label %block, label %over

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit.3
  %niter = phi i32 [ %niter.next.3, %thread.x.exit.3 ], [ 0, %thread.y.header.preheader ]
  br i1 %.not, label %thread.x.exit.3, label %thread.x.body.lr.ph

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
  br i1 %.not, label %thread.x.exit.epil, label %thread.x.body.lr.ph.epil

thread.x.body.lr.ph.epil:                         ; preds = %thread.x.header.preheader.epil
  store i32 %v.i.i, ptr %out, align 4
  br label %thread.x.exit.epil

thread.x.exit.epil:                               ; preds = %thread.x.body.lr.ph.epil, %thread.x.header.preheader.epil
  %epil.iter.next = add i32 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i32 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %thread.y.exit, label %thread.x.header.preheader.epil, !llvm.loop !2

thread.y.exit:                                    ; preds = %thread.x.exit.epil, %thread.y.exit.unr-lcssa
  %15 = add nuw i32 %thread.z3, 1
  %exitcond4.not = icmp eq i32 %15, %7
  br i1 %exitcond4.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.exit.3:                                  ; preds = %thread.x.header.preheader, %thread.x.body.lr.ph
  %niter.next.3 = add i32 %niter, 4
  %niter.ncmp.3 = icmp eq i32 %niter.next.3, %unroll_iter
  br i1 %niter.ncmp.3, label %thread.y.exit.unr-lcssa, label %thread.x.header.preheader
}

define internal void @square_of.range(ptr nocapture readonly %arguments, ptr %piece) {
entry:
  %0 = load ptr, ptr %arguments, align 8
  %1 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  %2 = load ptr, ptr %1, align 8
  %3 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
  %4 = load i64, ptr %3, align 8
  tail call fastcc void @square_of.blocks(ptr %0, ptr %2, i64 %4, ptr %piece)
  ret void
}

declare i1 @.offload.cores.more(ptr) local_unnamed_addr

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #3

attributes #0 = { noinline }
attributes #1 = { nofree }
attributes #2 = { cold nofree }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.disable"}
!2 = distinct !{!2, !1}
