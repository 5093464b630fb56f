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
  %14 = zext i32 %3 to i64
  %15 = freeze i64 %n
  %broadcast.splatinsert = insertelement <4 x float> poison, float %11, i64 0
  %broadcast.splat = shufflevector <4 x float> %broadcast.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  br label %take

take:                                             ; preds = %over, %entry
  %first = load i64, ptr %piece, align 8
  %end = load i64, ptr %12, align 8
  %16 = icmp ult i64 %first, %end
  br i1 %16, label %some, label %over

some:                                             ; preds = %take
  %17 = icmp eq i64 %first, 0
  br i1 %17, label %block.preheader, label %inside

inside:                                           ; preds = %some
  %18 = urem i64 %first, %13
  %19 = trunc nuw i64 %18 to i32
  br label %block.preheader

block.preheader:                                  ; preds = %some, %inside
  %block.x.ph = phi i32 [ %19, %inside ], [ 0, %some ]
  br label %block

block:                                            ; preds = %block.preheader, %thread.z.exit
  %number = phi i64 [ %31, %thread.z.exit ], [ %first, %block.preheader ]
  %block.x = phi i32 [ %34, %thread.z.exit ], [ %block.x.ph, %block.preheader ]
  %20 = sub i32 %1, %block.x
  %21 = zext i32 %20 to i64
  %22 = sub i64 %end, %number
  %23 = tail call i64 @llvm.umin.i64(i64 %22, i64 %21)
  %24 = zext i32 %block.x to i64
  %25 = mul nuw nsw i64 %24, %14
  %26 = add nuw nsw i64 %23, %24
  %27 = mul nuw i64 %26, %14
  %28 = icmp ult i64 %25, %27
  br label %thread.y.header.preheader

over:                                             ; preds = %thread.z.exit, %take
  %29 = tail call i1 @.offload.cores.more(ptr nonnull %piece)
  br i1 %29, label %take, label %done

done:                                             ; preds = %over
  ret void

thread.y.header.preheader:                        ; preds = %block, %thread.y.exit
  %thread.z6 = phi i32 [ 0, %block ], [ %36, %thread.y.exit ]
  br label %thread.y.body

thread.z.exit:                                    ; preds = %thread.y.exit
  %30 = trunc nuw i64 %23 to i32
  %31 = add i64 %23, %number
  %32 = add i32 %block.x, %30
  %33 = icmp eq i32 %32, %1
  %34 = select i1 %33, i32 0, i32 %32
  %35 = icmp ult i64 %31, %end
  br i1 %35, label %block, label %over

thread.y.body:                                    ; preds = %thread.y.header.preheader, %row.end
  %thread.y5 = phi i32 [ 0, %thread.y.header.preheader ], [ %60, %row.end ]
  br i1 %28, label %part, label %row.end

thread.y.exit:                                    ; preds = %row.end
  %36 = add nuw i32 %thread.z6, 1
  %exitcond8.not = icmp eq i32 %36, %9
  br i1 %exitcond8.not, label %thread.z.exit, label %thread.y.header.preheader

part:                                             ; preds = %thread.y.body, %part.next
  %start4 = phi i64 [ %39, %part.next ], [ %25, %thread.y.body ]
  %37 = or i64 %start4, 1073741823
  %38 = add nuw i64 %37, 1
  %39 = tail call i64 @llvm.umin.i64(i64 %38, i64 %27)
  %40 = sub i64 %39, %start4
  %41 = and i64 %start4, 4294967295
  %42 = tail call i64 @llvm.usub.sat.i64(i64 %15, i64 %41)
  %43 = tail call i64 @llvm.umin.i64(i64 %40, i64 %42)
  %.not = icmp eq i64 %43, 0
  br i1 %.not, label %part.next, label %row

row:                                              ; preds = %part
  %44 = add i64 %start4, 4294967295
  %45 = add i64 %44, %43
  %46 = and i64 %45, 4294967295
  %47 = add nuw nsw i64 %46, 1
  %48 = sub nsw i64 %47, %41
  %min.iters.check = icmp ult i64 %48, 8
  br i1 %min.iters.check, label %row.body.preheader, label %vector.ph

vector.ph:                                        ; preds = %row
  %n.vec = and i64 %48, -8
  %49 = add nsw i64 %41, %n.vec
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %offset.idx = add i64 %41, %index
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %50 = getelementptr inbounds nuw float, ptr %x, i64 %offset.idx
  %51 = getelementptr inbounds nuw float, ptr %y, i64 %offset.idx
  %52 = getelementptr inbounds nuw i8, ptr %50, i64 16
  %wide.load = load <4 x float>, ptr %50, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
  %wide.load9 = load <4 x float>, ptr %52, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
  %53 = getelementptr inbounds nuw i8, ptr %51, i64 16
  %wide.load10 = load <4 x float>, ptr %51, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  %wide.load11 = load <4 x float>, ptr %53, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  %54 = fmul <4 x float> %wide.load, %broadcast.splat
  %55 = fmul <4 x float> %wide.load9, %broadcast.splat
  %56 = fadd <4 x float> %54, %wide.load10
  %57 = fadd <4 x float> %55, %wide.load11
  store <4 x float> %56, ptr %51, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  store <4 x float> %57, ptr %53, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  %index.next = add nuw i64 %index, 8
  %58 = icmp eq i64 %index.next, %n.vec
  br i1 %58, label %middle.block, label %vector.body, !llvm.loop !6

middle.block:                                     ; preds = %vector.body
  %cmp.n = icmp eq i64 %48, %n.vec
  br i1 %cmp.n, label %part.next, label %row.body.preheader

row.body.preheader:                               ; preds = %row, %middle.block
  %indvars.iv.ph = phi i64 [ %41, %row ], [ %49, %middle.block ]
  br label %row.body

row.body:                                         ; preds = %row.body.preheader, %row.body
  %indvars.iv = phi i64 [ %indvars.iv.next, %row.body ], [ %indvars.iv.ph, %row.body.preheader ]
  tail call void @llvm.experimental.noalias.scope.decl(metadata !0)
  tail call void @llvm.experimental.noalias.scope.decl(metadata !3)
  %px.i = getelementptr inbounds nuw float, ptr %x, i64 %indvars.iv
  %py.i = getelementptr inbounds nuw float, ptr %y, i64 %indvars.iv
  %vx.i = load float, ptr %px.i, align 4, !alias.scope !0, !noalias !3, !llvm.access.group !5
  %vy.i = load float, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  %product.i = fmul float %vx.i, %11
  %sum.i = fadd float %product.i, %vy.i
  store float %sum.i, ptr %py.i, align 4, !alias.scope !3, !noalias !0, !llvm.access.group !5
  %.not3 = icmp eq i64 %indvars.iv, %46
  %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
  br i1 %.not3, label %part.next, label %row.body, !llvm.loop !10

part.next:                                        ; preds = %row.body, %middle.block, %part
  %59 = icmp ult i64 %38, %27
  br i1 %59, label %part, label %row.end

row.end:                                          ; preds = %part.next, %thread.y.body
  %60 = add nuw i32 %thread.y5, 1
  %exitcond.not = icmp eq i32 %60, %6
  br i1 %exitcond.not, label %thread.y.exit, label %thread.y.body
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

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.usub.sat.i64(i64, i64) #4

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
!5 = distinct !{}
!6 = distinct !{!6, !7, !8, !9}
!7 = !{!"llvm.loop.parallel_accesses", !5}
!8 = !{!"llvm.loop.isvectorized", i32 1}
!9 = !{!"llvm.loop.unroll.runtime.disable"}
!10 = distinct !{!10, !7, !9, !8}
