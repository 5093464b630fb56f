; are noalias, alignment and readonly seen by the optimiser?

; ModuleID = 'saxpy'
source_filename = "saxpy"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [149 x i8] c"offload4j: error: kernel 'saxpy' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@saxpy.cost = internal global double 0.000000e+00

define void @saxpy(ptr %dyn_ptr, i64 %n, i64 %a, ptr noalias readonly align 16 %x, ptr noalias align 16 %y) local_unnamed_addr {
entry:
  %arguments = alloca { ptr, i64, i64, ptr, ptr }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
  %0 = icmp eq ptr %dyn_ptr, inttoptr (i64 -1 to ptr)
  br i1 %0, label %without.bounds, label %start

without.bounds:                                   ; preds = %entry
  %1 = tail call i64 @write(i32 2, ptr nonnull @.offload_message, i64 148)
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
  call fastcc void @saxpy.blocks(ptr %dyn_ptr, i64 %n, i64 %a, ptr %x, ptr %y, ptr nonnull %piece)
  br label %common.ret

several:                                          ; preds = %start
  store ptr %dyn_ptr, ptr %arguments, align 8
  %18 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  store i64 %n, ptr %18, align 8
  %19 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
  store i64 %a, ptr %19, align 8
  %20 = getelementptr inbounds nuw i8, ptr %arguments, i64 24
  store ptr %x, ptr %20, align 8
  %21 = getelementptr inbounds nuw i8, ptr %arguments, i64 32
  store ptr %y, ptr %21, align 8
  call void @.offload.cores.spread(ptr nonnull @saxpy.range, ptr nonnull %arguments, i64 %14, ptr nonnull @saxpy.cost)
  br label %common.ret
}

; Function Attrs: noinline
define internal fastcc void @saxpy.blocks(ptr nocapture readonly %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y, ptr %piece) unnamed_addr #0 {
entry:
  %0 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 72
  %1 = load i32, ptr %0, align 4
  %2 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %3 = load i32, ptr %2, align 4
  %4 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %5 = load i32, ptr %4, align 4
  %6 = tail call i32 @llvm.umax.i32(i32 %5, i32 1)
  %7 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %8 = load i32, ptr %7, align 4
  %9 = tail call i32 @llvm.umax.i32(i32 %8, i32 1)
  %10 = trunc i64 %a to i32
  %11 = bitcast i32 %10 to float
  %12 = getelementptr inbounds nuw i8, ptr %piece, i64 8
  %13 = zext i32 %1 to i64
  %wide.trip.count = zext i32 %3 to i64
  %xtraiter = and i64 %wide.trip.count, 1
  %14 = icmp eq i32 %3, 1
  %unroll_iter = and i64 %wide.trip.count, 4294967294
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %end = load i64, ptr %12, align 8
  %15 = icmp ult i64 %first, %end
  br i1 %15, label %some, label %over

some:                                             ; preds = %take
  %16 = icmp eq i64 %first, 0
  br i1 %16, label %block.preheader, label %inside

inside:                                           ; preds = %some
  %17 = urem i64 %first, %13
  %18 = trunc nuw i64 %17 to i32
  br label %block.preheader

block.preheader:                                  ; preds = %some, %inside
  %block.x.ph = phi i32 [ %18, %inside ], [ 0, %some ]
  br label %block

block:                                            ; preds = %block.preheader, %thread.z.exit
  %number = phi i64 [ %20, %thread.z.exit ], [ %first, %block.preheader ]
  %block.x = phi i32 [ %23, %thread.z.exit ], [ %block.x.ph, %block.preheader ]
  %before.i = mul i32 %block.x, %3
  br label %thread.y.header.preheader

over:                                             ; preds = %thread.z.exit, %take
  %19 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
  br i1 %19, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.y.header.preheader:                        ; preds = %block, %thread.y.exit
  %thread.z4 = phi i32 [ 0, %block ], [ %25, %thread.y.exit ]
  br label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %20 = add i64 %number, 1
  %21 = add i32 %block.x, 1
  %22 = icmp eq i32 %21, %1
  %23 = select i1 %22, i32 0, i32 %21
  %24 = icmp ult i64 %20, %end
  br i1 %24, label %block, label %over

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit
  %thread.y3 = phi i32 [ 0, %thread.y.header.preheader ], [ %30, %thread.x.exit ]
  switch i32 %3, label %thread.x.body [
    i32 0, label %thread.x.exit
    i32 1, label %thread.x.exit.loopexit.unr-lcssa
  ]

thread.y.exit:                                    ; preds = %thread.x.exit
  %25 = add nuw i32 %thread.z4, 1
  %exitcond7.not = icmp eq i32 %25, %9
  br i1 %exitcond7.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.body:                                    ; preds = %thread.x.header.preheader, %saxpy.body.exit.1
  %indvars.iv = phi i64 [ %indvars.iv.next.1, %saxpy.body.exit.1 ], [ 0, %thread.x.header.preheader ]
  %niter = phi i64 [ %niter.next.1, %saxpy.body.exit.1 ], [ 0, %thread.x.header.preheader ]
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %26 = trunc nuw i64 %indvars.iv to i32
  %index.i = add i32 %before.i, %26
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ugt i64 %n, %i.i
  br i1 %inside.i, label %work.i, label %saxpy.body.exit

work.i:                                           ; preds = %thread.x.body
  %px.i = getelementptr inbounds nuw float, ptr %x, i64 %i.i
  %py.i = getelementptr inbounds nuw float, ptr %y, i64 %i.i
  %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3
  %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  %product.i = fmul float %vx.i, %11
  %sum.i = fadd float %product.i, %vy.i
  store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  br label %saxpy.body.exit

saxpy.body.exit:                                  ; preds = %thread.x.body, %work.i
  tail call void @llvm.experimental.noalias.scope.decl(metadata !5)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !7)
  %27 = trunc i64 %indvars.iv to i32
  %28 = or disjoint i32 %27, 1
  %index.i.1 = add i32 %before.i, %28
  %i.i.1 = zext i32 %index.i.1 to i64
  %inside.i.1 = icmp ugt i64 %n, %i.i.1
  br i1 %inside.i.1, label %work.i.1, label %saxpy.body.exit.1

work.i.1:                                         ; preds = %saxpy.body.exit
  %px.i.1 = getelementptr inbounds nuw float, ptr %x, i64 %i.i.1
  %py.i.1 = getelementptr inbounds nuw float, ptr %y, i64 %i.i.1
  %vx.i.1 = load float, ptr %px.i.1, align 4, !alias.scope !5, !noalias !7
  %vy.i.1 = load float, ptr %py.i.1, align 4, !alias.scope !7, !noalias !5
  %product.i.1 = fmul float %vx.i.1, %11
  %sum.i.1 = fadd float %product.i.1, %vy.i.1
  store float %sum.i.1, ptr %py.i.1, align 4, !alias.scope !7, !noalias !5
  br label %saxpy.body.exit.1

saxpy.body.exit.1:                                ; preds = %work.i.1, %saxpy.body.exit
  %indvars.iv.next.1 = add nuw nsw i64 %indvars.iv, 2
  %niter.next.1 = add i64 %niter, 2
  %niter.ncmp.1 = icmp eq i64 %niter.next.1, %unroll_iter
  br i1 %niter.ncmp.1, label %thread.x.exit.loopexit.unr-lcssa.loopexit, label %thread.x.body

thread.x.exit.loopexit.unr-lcssa.loopexit:        ; preds = %saxpy.body.exit.1
  %29 = trunc nuw i64 %indvars.iv.next.1 to i32
  br label %thread.x.exit.loopexit.unr-lcssa

thread.x.exit.loopexit.unr-lcssa:                 ; preds = %thread.x.header.preheader, %thread.x.exit.loopexit.unr-lcssa.loopexit
  %indvars.iv.unr = phi i32 [ %29, %thread.x.exit.loopexit.unr-lcssa.loopexit ], [ 0, %thread.x.header.preheader ]
  br i1 %lcmp.mod.not, label %thread.x.exit, label %thread.x.body.epil

thread.x.body.epil:                               ; preds = %thread.x.exit.loopexit.unr-lcssa
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %index.i.epil = add i32 %before.i, %indvars.iv.unr
  %i.i.epil = zext i32 %index.i.epil to i64
  %inside.i.epil = icmp ugt i64 %n, %i.i.epil
  br i1 %inside.i.epil, label %work.i.epil, label %thread.x.exit

work.i.epil:                                      ; preds = %thread.x.body.epil
  %px.i.epil = getelementptr inbounds nuw float, ptr %x, i64 %i.i.epil
  %py.i.epil = getelementptr inbounds nuw float, ptr %y, i64 %i.i.epil
  %vx.i.epil = load float, ptr %px.i.epil, align 4, !alias.scope !0, !noalias !3
  %vy.i.epil = load float, ptr %py.i.epil, align 4, !alias.scope !3, !noalias !0
  %product.i.epil = fmul float %vx.i.epil, %11
  %sum.i.epil = fadd float %product.i.epil, %vy.i.epil
  store float %sum.i.epil, ptr %py.i.epil, align 4, !alias.scope !3, !noalias !0
  br label %thread.x.exit

thread.x.exit:                                    ; preds = %thread.x.exit.loopexit.unr-lcssa, %work.i.epil, %thread.x.body.epil, %thread.x.header.preheader
  %30 = add nuw i32 %thread.y3, 1
  %exitcond6.not = icmp eq i32 %30, %6
  br i1 %exitcond6.not, label %thread.y.exit, label %thread.x.header.preheader
}

define internal void @saxpy.range(ptr nocapture readonly %arguments, ptr %piece) {
entry:
  %0 = load ptr, ptr %arguments, align 8
  %1 = getelementptr inbounds nuw i8, ptr %arguments, i64 8
  %2 = load i64, ptr %1, align 8
  %3 = getelementptr inbounds nuw i8, ptr %arguments, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr inbounds nuw i8, ptr %arguments, i64 24
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr inbounds nuw i8, ptr %arguments, i64 32
  %8 = load ptr, ptr %7, align 8
  tail call fastcc void @saxpy.blocks(ptr %0, i64 %2, i64 %4, ptr %6, ptr %8, ptr %piece)
  ret void
}

; Function Attrs: nofree
declare noundef i64 @write(i32 noundef, ptr nocapture noundef readonly, i64 noundef) local_unnamed_addr #1

; Function Attrs: cold nofree
declare void @abort() local_unnamed_addr #2

declare void @.offload.cores.spread(ptr, ptr, i64, ptr) local_unnamed_addr

declare i1 @.offload.cores.more(ptr) local_unnamed_addr

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #4

attributes #0 = { noinline }
attributes #1 = { nofree }
attributes #2 = { cold nofree }
attributes #3 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"saxpy.body: %x"}
!2 = distinct !{!2, !"saxpy.body"}
!3 = !{!4}
!4 = distinct !{!4, !2, !"saxpy.body: %y"}
!5 = !{!6}
!6 = distinct !{!6, !2, !"saxpy.body: %x:It1"}
!7 = !{!8}
!8 = distinct !{!8, !2, !"saxpy.body: %y:It1"}
