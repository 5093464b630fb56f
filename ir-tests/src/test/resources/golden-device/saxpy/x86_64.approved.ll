; are noalias, alignment and readonly seen by the optimiser?

; ModuleID = 'saxpy'
source_filename = "saxpy"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.offload_message = private unnamed_addr constant [149 x i8] c"offload4j: error: kernel 'saxpy' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1

; Function Attrs: nofree
define void @saxpy(ptr readonly %dyn_ptr, i64 %n, i64 %a, ptr noalias nocapture readonly align 16 %x, ptr noalias nocapture align 16 %y) local_unnamed_addr #0 {
entry:
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
  %10 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 84
  %11 = load i32, ptr %10, align 4
  %12 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 88
  %13 = load i32, ptr %12, align 4
  %14 = tail call i32 @llvm.umax.i32(i32 %13, i32 1)
  %15 = getelementptr inbounds nuw i8, ptr %dyn_ptr, i64 92
  %16 = load i32, ptr %15, align 4
  %17 = tail call i32 @llvm.umax.i32(i32 %16, i32 1)
  %18 = trunc i64 %a to i32
  %19 = bitcast i32 %18 to float
  %.not = icmp eq i32 %3, 0
  %wide.trip.count = zext i32 %11 to i64
  %xtraiter = and i64 %wide.trip.count, 1
  %20 = icmp eq i32 %11, 1
  %unroll_iter = and i64 %wide.trip.count, 4294967294
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br label %block.y.header.preheader

block.y.header.preheader:                         ; preds = %start, %block.y.exit
  %block.z6 = phi i32 [ 0, %start ], [ %21, %block.y.exit ]
  br label %block.x.header.preheader

block.z.exit:                                     ; preds = %block.y.exit
  ret void

block.x.header.preheader:                         ; preds = %block.y.header.preheader, %block.x.exit
  %block.y5 = phi i32 [ 0, %block.y.header.preheader ], [ %22, %block.x.exit ]
  br i1 %.not, label %block.x.exit, label %thread.z.header.preheader

block.y.exit:                                     ; preds = %block.x.exit
  %21 = add nuw i32 %block.z6, 1
  %exitcond13.not = icmp eq i32 %21, %9
  br i1 %exitcond13.not, label %block.z.exit, label %block.y.header.preheader

thread.z.header.preheader:                        ; preds = %block.x.header.preheader, %thread.z.exit
  %block.x4 = phi i32 [ %23, %thread.z.exit ], [ 0, %block.x.header.preheader ]
  %before.i = mul i32 %block.x4, %11
  br label %thread.y.header.preheader

block.x.exit:                                     ; preds = %thread.z.exit, %block.x.header.preheader
  %22 = add nuw i32 %block.y5, 1
  %exitcond12.not = icmp eq i32 %22, %6
  br i1 %exitcond12.not, label %block.y.exit, label %block.x.header.preheader

thread.y.header.preheader:                        ; preds = %thread.z.header.preheader, %thread.y.exit
  %thread.z3 = phi i32 [ 0, %thread.z.header.preheader ], [ %24, %thread.y.exit ]
  br label %thread.x.header.preheader

thread.z.exit:                                    ; preds = %thread.y.exit
  %23 = add nuw i32 %block.x4, 1
  %exitcond11.not = icmp eq i32 %23, %3
  br i1 %exitcond11.not, label %block.x.exit, label %thread.z.header.preheader

thread.x.header.preheader:                        ; preds = %thread.y.header.preheader, %thread.x.exit
  %thread.y2 = phi i32 [ 0, %thread.y.header.preheader ], [ %29, %thread.x.exit ]
  switch i32 %11, label %thread.x.body [
    i32 0, label %thread.x.exit
    i32 1, label %thread.x.exit.loopexit.unr-lcssa
  ]

thread.y.exit:                                    ; preds = %thread.x.exit
  %24 = add nuw i32 %thread.z3, 1
  %exitcond10.not = icmp eq i32 %24, %17
  br i1 %exitcond10.not, label %thread.z.exit, label %thread.y.header.preheader

thread.x.body:                                    ; preds = %thread.x.header.preheader, %saxpy.body.exit.1
  %indvars.iv = phi i64 [ %indvars.iv.next.1, %saxpy.body.exit.1 ], [ 0, %thread.x.header.preheader ]
  %niter = phi i64 [ %niter.next.1, %saxpy.body.exit.1 ], [ 0, %thread.x.header.preheader ]
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %25 = trunc nuw i64 %indvars.iv to i32
  %index.i = add i32 %before.i, %25
  %i.i = zext i32 %index.i to i64
  %inside.i = icmp ugt i64 %n, %i.i
  br i1 %inside.i, label %work.i, label %saxpy.body.exit

work.i:                                           ; preds = %thread.x.body
  %px.i = getelementptr inbounds nuw float, ptr %x, i64 %i.i
  %py.i = getelementptr inbounds nuw float, ptr %y, i64 %i.i
  %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3
  %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  %product.i = fmul float %vx.i, %19
  %sum.i = fadd float %product.i, %vy.i
  store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0
  br label %saxpy.body.exit

saxpy.body.exit:                                  ; preds = %thread.x.body, %work.i
  tail call void @llvm.experimental.noalias.scope.decl(metadata !5)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !7)
  %26 = trunc i64 %indvars.iv to i32
  %27 = or disjoint i32 %26, 1
  %index.i.1 = add i32 %before.i, %27
  %i.i.1 = zext i32 %index.i.1 to i64
  %inside.i.1 = icmp ugt i64 %n, %i.i.1
  br i1 %inside.i.1, label %work.i.1, label %saxpy.body.exit.1

work.i.1:                                         ; preds = %saxpy.body.exit
  %px.i.1 = getelementptr inbounds nuw float, ptr %x, i64 %i.i.1
  %py.i.1 = getelementptr inbounds nuw float, ptr %y, i64 %i.i.1
  %vx.i.1 = load float, ptr %px.i.1, align 4, !alias.scope !5, !noalias !7
  %vy.i.1 = load float, ptr %py.i.1, align 4, !alias.scope !7, !noalias !5
  %product.i.1 = fmul float %vx.i.1, %19
  %sum.i.1 = fadd float %product.i.1, %vy.i.1
  store float %sum.i.1, ptr %py.i.1, align 4, !alias.scope !7, !noalias !5
  br label %saxpy.body.exit.1

saxpy.body.exit.1:                                ; preds = %work.i.1, %saxpy.body.exit
  %indvars.iv.next.1 = add nuw nsw i64 %indvars.iv, 2
  %niter.next.1 = add i64 %niter, 2
  %niter.ncmp.1 = icmp eq i64 %niter.next.1, %unroll_iter
  br i1 %niter.ncmp.1, label %thread.x.exit.loopexit.unr-lcssa.loopexit, label %thread.x.body

thread.x.exit.loopexit.unr-lcssa.loopexit:        ; preds = %saxpy.body.exit.1
  %28 = trunc nuw i64 %indvars.iv.next.1 to i32
  br label %thread.x.exit.loopexit.unr-lcssa

thread.x.exit.loopexit.unr-lcssa:                 ; preds = %thread.x.header.preheader, %thread.x.exit.loopexit.unr-lcssa.loopexit
  %indvars.iv.unr = phi i32 [ %28, %thread.x.exit.loopexit.unr-lcssa.loopexit ], [ 0, %thread.x.header.preheader ]
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
  %product.i.epil = fmul float %vx.i.epil, %19
  %sum.i.epil = fadd float %product.i.epil, %vy.i.epil
  store float %sum.i.epil, ptr %py.i.epil, align 4, !alias.scope !3, !noalias !0
  br label %thread.x.exit

thread.x.exit:                                    ; preds = %thread.x.exit.loopexit.unr-lcssa, %work.i.epil, %thread.x.body.epil, %thread.x.header.preheader
  %29 = add nuw i32 %thread.y2, 1
  %exitcond9.not = icmp eq i32 %29, %14
  br i1 %exitcond9.not, label %thread.y.exit, label %thread.x.header.preheader
}

; Function Attrs: nofree
declare noundef i64 @write(i32 noundef, ptr nocapture noundef readonly, i64 noundef) local_unnamed_addr #0

; Function Attrs: cold nofree
declare void @abort() local_unnamed_addr #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #3

attributes #0 = { nofree }
attributes #1 = { cold nofree }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"saxpy.body: %x"}
!2 = distinct !{!2, !"saxpy.body"}
!3 = !{!4}
!4 = distinct !{!4, !2, !"saxpy.body: %y"}
!5 = !{!6}
!6 = distinct !{!6, !2, !"saxpy.body: %x:It1"}
!7 = !{!8}
!8 = distinct !{!8, !2, !"saxpy.body: %y:It1"}
