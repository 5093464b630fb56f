; are threads that return before others waited for no more?

; ModuleID = 'early-return'
source_filename = "early-return"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%turn.item.Frame = type { ptr, ptr, ptr, ptr, ptr, i32, i32, i1 }

@.offload_message = private unnamed_addr constant [148 x i8] c"offload4j: error: kernel 'turn' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@turn.cost = internal global double 0.000000e+00
@offload_kernel = private unnamed_addr constant [5 x i8] c"turn\00", align 1
@offload_place = private unnamed_addr constant [1 x i8] zeroinitializer, align 1
@offload_place.1 = private unnamed_addr constant [16 x i8] c"offload.barrier\00", align 1
@offload_places = private unnamed_addr constant [2 x ptr] [ptr @offload_place, ptr @offload_place.1]
@.offload.apart = private unnamed_addr constant [98 x i8] c"offload4j: error: kernel '%s' would wait for ever: threads of one block wait at '%s' and at '%s'\0A\00"
@.offload.full = private unnamed_addr constant [65 x i8] c"offload4j: error: no memory for the threads of a kernel's block\0A\00"
@.offload_message.6 = private unnamed_addr constant [111 x i8] c"offload4j: error: kernel 'turn' was launched on the host with a block of no threads, or of more than 16777216\0A\00", align 1
@.offload_message.7 = private unnamed_addr constant [74 x i8] c"offload4j: error: kernel 'turn' has no memory for the threads of a block\0A\00", align 1

define void @turn(ptr %dyn_ptr, ptr %x, i64 %n) {
entry:
  %arguments = alloca { ptr, ptr, i64 }, align 8
  %piece = alloca { i64, i64, ptr, i64, i64 }, align 8
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
  call void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr %piece)
  ret void

several:                                          ; preds = %start
  %23 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 0
  store ptr %dyn_ptr, ptr %23, align 8
  %24 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 1
  store ptr %x, ptr %24, align 8
  %25 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 2
  store i64 %n, ptr %25, align 8
  call void @.offload.cores.spread(ptr @turn.range, ptr %arguments, i64 %19, ptr @turn.cost)
  ret void
}

; Function Attrs: noinline
define internal void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr %piece) #0 {
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
  %22 = trunc i64 %n to i32
  br label %sized

sized:                                            ; preds = %entry
  %23 = zext i32 %12 to i64
  %24 = sub i64 %23, 1
  %25 = icmp ult i64 %24, 16777216
  %26 = zext i32 %17 to i64
  %27 = mul i64 %23, %26
  %28 = sub i64 %27, 1
  %29 = icmp ult i64 %28, 16777216
  %30 = and i1 %25, %29
  %31 = zext i32 %21 to i64
  %32 = mul i64 %27, %31
  %33 = sub i64 %32, 1
  %34 = icmp ult i64 %33, 16777216
  %35 = and i1 %30, %34
  br i1 %35, label %allowed, label %refused

refused:                                          ; preds = %sized
  %36 = call i64 @write(i32 2, ptr @.offload_message.6, i64 110)
  call void @abort()
  unreachable

allowed:                                          ; preds = %sized
  %37 = mul i64 %32, 48
  %38 = add i64 %37, 63
  %39 = and i64 %38, -64
  %40 = call ptr @aligned_alloc(i64 64, i64 %39)
  %41 = call ptr @aligned_alloc(i64 64, i64 256)
  %42 = ptrtoint ptr %40 to i64
  %43 = icmp ne i64 %42, 0
  %44 = ptrtoint ptr %41 to i64
  %45 = icmp ne i64 %44, 0
  %46 = and i1 %43, %45
  br i1 %46, label %allowed2, label %refused1

refused1:                                         ; preds = %allowed
  %47 = call i64 @write(i32 2, ptr @.offload_message.7, i64 73)
  call void @abort()
  unreachable

allowed2:                                         ; preds = %allowed
  br label %take

take:                                             ; preds = %over, %allowed2
  %first = load i64, ptr %piece, align 8
  %48 = getelementptr inbounds { i64, i64, ptr, i64, i64 }, ptr %piece, i32 0, i32 1
  %end = load i64, ptr %48, align 8
  %49 = icmp ult i64 %first, %end
  br i1 %49, label %some, label %over

some:                                             ; preds = %take
  %50 = icmp eq i64 %first, 0
  br i1 %50, label %block, label %inside

inside:                                           ; preds = %some
  %51 = zext i32 %1 to i64
  %52 = urem i64 %first, %51
  %53 = trunc i64 %52 to i32
  %54 = udiv i64 %first, %51
  %55 = zext i32 %6 to i64
  %56 = urem i64 %54, %55
  %57 = trunc i64 %56 to i32
  %58 = udiv i64 %54, %55
  %59 = zext i32 %10 to i64
  %60 = trunc i64 %58 to i32
  br label %block

block:                                            ; preds = %turn.item.block.exit, %inside, %some
  %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %86, %turn.item.block.exit ]
  %block.x = phi i32 [ 0, %some ], [ %53, %inside ], [ %89, %turn.item.block.exit ]
  %block.y = phi i32 [ 0, %some ], [ %57, %inside ], [ %93, %turn.item.block.exit ]
  %block.z = phi i32 [ 0, %some ], [ %60, %inside ], [ %95, %turn.item.block.exit ]
  %61 = zext i32 %12 to i64
  %62 = zext i32 %17 to i64
  %63 = mul nuw nsw i64 %61, %62
  %64 = zext i32 %21 to i64
  %65 = mul nuw nsw i64 %63, %64
  br label %items.z.i

items.z.i:                                        ; preds = %items.z.next.i, %block
  %z.i = phi i32 [ 0, %block ], [ %84, %items.z.next.i ]
  %66 = zext i32 %z.i to i64
  %67 = zext i32 %17 to i64
  %68 = mul nuw nsw i64 %66, %67
  br label %items.y.i

items.y.i:                                        ; preds = %items.y.next.i, %items.z.i
  %y.i = phi i32 [ 0, %items.z.i ], [ %82, %items.y.next.i ]
  %69 = zext i32 %y.i to i64
  %70 = add nuw nsw i64 %68, %69
  %71 = zext i32 %12 to i64
  %72 = mul nuw nsw i64 %70, %71
  br label %items.x.i

items.x.i:                                        ; preds = %items.x.i, %items.y.i
  %x.i = phi i32 [ 0, %items.y.i ], [ %80, %items.x.i ]
  %73 = zext i32 %x.i to i64
  %74 = add nuw nsw i64 %72, %73
  %75 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %40, i64 %74
  %76 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %75, i32 0, i32 2
  store i64 %74, ptr %76, align 8
  %77 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %75, i32 0, i32 3
  store i32 %x.i, ptr %77, align 4
  %78 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %75, i32 0, i32 4
  store i32 %y.i, ptr %78, align 4
  %79 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %75, i32 0, i32 5
  store i32 %z.i, ptr %79, align 4
  call void @turn.item(ptr %75, ptr %41, ptr null, i32 %block.x, i32 %block.y, i32 %block.z, i32 %12, i32 %17, i32 %21, i32 %1, i32 %6, i32 %10, ptr %x, i32 %22)
  %80 = add nuw nsw i32 %x.i, 1
  %81 = icmp ult i32 %80, %12
  br i1 %81, label %items.x.i, label %items.y.next.i

items.y.next.i:                                   ; preds = %items.x.i
  %82 = add nuw nsw i32 %y.i, 1
  %83 = icmp ult i32 %82, %17
  br i1 %83, label %items.y.i, label %items.z.next.i

items.z.next.i:                                   ; preds = %items.y.next.i
  %84 = add nuw nsw i32 %z.i, 1
  %85 = icmp ult i32 %84, %21
  br i1 %85, label %items.z.i, label %turn.item.block.exit

turn.item.block.exit:                             ; preds = %items.z.next.i
  call void @.offload.run(ptr %40, i64 %65, ptr @offload_kernel, ptr @offload_places)
  %86 = add i64 %number, 1
  %87 = add i32 %block.x, 1
  %88 = icmp eq i32 %87, %1
  %89 = select i1 %88, i32 0, i32 %87
  %90 = zext i1 %88 to i32
  %91 = add i32 %block.y, %90
  %92 = icmp eq i32 %91, %6
  %93 = select i1 %92, i32 0, i32 %91
  %94 = zext i1 %92 to i32
  %95 = add i32 %block.z, %94
  %96 = icmp ult i64 %86, %end
  br i1 %96, label %block, label %over

over:                                             ; preds = %turn.item.block.exit, %take
  %97 = call i1 @.offload.cores.more(ptr %piece)
  br i1 %97, label %take, label %done

done:                                             ; preds = %over
  call void @free(ptr %40)
  call void @free(ptr %41)
  ret void
}

define internal void @turn.range(ptr %arguments, ptr %piece) {
entry:
  %0 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 0
  %1 = load ptr, ptr %0, align 8
  %2 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 1
  %3 = load ptr, ptr %2, align 8
  %4 = getelementptr inbounds { ptr, ptr, i64 }, ptr %arguments, i32 0, i32 2
  %5 = load i64, ptr %4, align 8
  call void @turn.blocks(ptr %1, ptr %3, i64 %5, ptr %piece)
  ret void
}

declare i64 @write(i32, ptr, i64)

declare void @abort()

declare void @.offload.cores.spread(ptr, ptr, i64, ptr)

; Function Attrs: noinline
define internal void @turn.item(ptr %items, ptr %shared, ptr %dynamic, i32 %block.x, i32 %block.y, i32 %block.z, i32 %size.x, i32 %size.y, i32 %size.z, i32 %grid.x, i32 %grid.y, i32 %grid.z, ptr %x, i32 %n) #0 {
slots:
  %0 = call ptr @.offload.frame(i64 56)
  %resume.addr = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 0
  store ptr @turn.item.resume, ptr %resume.addr, align 8
  %destroy.addr = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 1
  store ptr @turn.item.destroy, ptr %destroy.addr, align 8
  %n.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 5
  store i32 %n, ptr %n.spill.addr, align 4
  %x.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 4
  store ptr %x, ptr %x.spill.addr, align 8
  %shared.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 3
  store ptr %shared, ptr %shared.spill.addr, align 8
  %items.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
  store ptr %items, ptr %items.spill.addr, align 8
  %1 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 0
  store ptr %0, ptr %1, align 8
  %2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 2
  %number = load i64, ptr %2, align 8
  %3 = sub i64 0, %number
  %items2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %3
  %4 = zext i32 %size.x to i64
  %5 = mul nuw nsw i64 1, %4
  %6 = zext i32 %size.y to i64
  %7 = mul nuw nsw i64 %5, %6
  %8 = zext i32 %size.z to i64
  %9 = mul nuw nsw i64 %7, %8
  %10 = addrspacecast ptr %shared to ptr addrspace(3)
  %11 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 3
  %12 = load i32, ptr %11, align 4
  %.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 6
  store i32 %12, ptr %.spill.addr, align 4
  %some.i = icmp ult i32 %12, %n
  br i1 %some.i, label %meeting, label %turn.body.exit

meeting:                                          ; preds = %slots
  %from.i = getelementptr i32, ptr %x, i32 %12
  %v.i = load i32, ptr %from.i, align 4
  %slot.i = getelementptr i32, ptr addrspace(3) %10, i32 %12
  store i32 %v.i, ptr addrspace(3) %slot.i, align 4
  %13 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 1
  store i32 1, ptr %13, align 4
  %index.addr4 = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 7
  store i1 false, ptr %index.addr4, align 1
  br label %AfterCoroEnd

turn.body.exit:                                   ; preds = %slots
  %items.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
  %items.reload = load ptr, ptr %items.reload.addr, align 8
  %14 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items.reload, i32 0, i32 1
  store i32 0, ptr %14, align 4
  call void @free(ptr %0)
  br label %AfterCoroEnd

AfterCoroEnd:                                     ; preds = %meeting, %turn.body.exit
  ret void
}

declare void @free(ptr)

define internal void @.offload.run(ptr %items, i64 %count, ptr %kernel, ptr %places) {
entry:
  br label %round

round:                                            ; preds = %block.go, %entry
  br label %warp

warp:                                             ; preds = %warp.over, %round
  %first = phi i64 [ 0, %round ], [ %next, %warp.over ]
  %others = phi i1 [ false, %round ], [ %some, %warp.over ]
  %next = add i64 %first, 32
  %more = icmp ult i64 %next, %count
  %end = select i1 %more, i64 %next, i64 %count
  br label %lanes

lanes:                                            ; preds = %lanes.go, %warp
  %place = call i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places)
  %alone = icmp slt i32 %place, 0
  br i1 %alone, label %lanes.go, label %warp.over

lanes.go:                                         ; preds = %lanes
  call void @.offload.resume(ptr %items, i64 %first, i64 %end)
  br label %lanes

warp.over:                                        ; preds = %lanes
  %waits = icmp ne i32 %place, 0
  %some = or i1 %others, %waits
  br i1 %more, label %warp, label %block

block:                                            ; preds = %warp.over
  br i1 %some, label %block.go, label %over

block.go:                                         ; preds = %block
  %all = call i32 @.offload.agree(ptr %items, i64 0, i64 %count, ptr %kernel, ptr %places)
  call void @.offload.resume(ptr %items, i64 0, i64 %count)
  br label %round

over:                                             ; preds = %block
  ret void
}

define internal i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places) {
entry:
  br label %one

one:                                              ; preds = %same, %entry
  %i = phi i64 [ %first, %entry ], [ %next, %same ]
  %before = phi i32 [ 0, %entry ], [ %place, %same ]
  %address = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %i, i32 1
  %waiting = load i32, ptr %address, align 8
  %none = icmp eq i32 %before, 0
  %place = select i1 %none, i32 %waiting, i32 %before
  %over = icmp eq i32 %waiting, 0
  %alike = icmp eq i32 %waiting, %place
  %fine = or i1 %over, %alike
  br i1 %fine, label %same, label %apart

same:                                             ; preds = %one
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %end
  br i1 %more, label %one, label %done

done:                                             ; preds = %same
  ret i32 %place

apart:                                            ; preds = %one
  %a = call ptr @.offload.place(ptr %places, i32 %before)
  %b = call ptr @.offload.place(ptr %places, i32 %waiting)
  %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.apart, ptr %kernel, ptr %a, ptr %b)
  call void @abort()
  unreachable
}

define internal void @.offload.resume(ptr %items, i64 %first, i64 %end) {
entry:
  br label %one

one:                                              ; preds = %on, %entry
  %i = phi i64 [ %first, %entry ], [ %next, %on ]
  %item = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %i
  %address = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %item, i32 0, i32 1
  %waiting = load i32, ptr %address, align 8
  %over = icmp eq i32 %waiting, 0
  br i1 %over, label %on, label %go

go:                                               ; preds = %one
  %handle = load ptr, ptr %item, align 8
  %0 = getelementptr inbounds { ptr, ptr }, ptr %handle, i32 0, i32 0
  %1 = load ptr, ptr %0, align 8
  call fastcc void %1(ptr %handle)
  br label %on

on:                                               ; preds = %go, %one
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %end
  br i1 %more, label %one, label %done

done:                                             ; preds = %on
  ret void
}

define internal ptr @.offload.place(ptr %places, i32 %place) {
  %negative = icmp slt i32 %place, 0
  %other = sub i32 0, %place
  %index = select i1 %negative, i32 %other, i32 %place
  %address = getelementptr inbounds ptr, ptr %places, i32 %index
  %text = load ptr, ptr %address, align 8
  ret ptr %text
}

; Function Attrs: nounwind
declare i32 @dprintf(i32, ptr, ...) #1

define internal ptr @.offload.frame(i64 %bytes) {
  %more = add i64 %bytes, 63
  %whole = and i64 %more, -64
  %memory = call ptr @aligned_alloc(i64 64, i64 %whole)
  %none = icmp eq ptr %memory, null
  br i1 %none, label %full, label %fine

fine:                                             ; preds = %0
  ret ptr %memory

full:                                             ; preds = %0
  %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.full)
  call void @abort()
  unreachable
}

; Function Attrs: nounwind
declare ptr @aligned_alloc(i64, i64) #1

; Function Attrs: noinline
define internal fastcc void @turn.item.resume(ptr noundef nonnull align 8 dereferenceable(56) %0) #0 {
entry.resume:
  br label %resume.entry

resume.0:                                         ; preds = %resume.entry
  br label %resume.0.landing

resume.0.landing:                                 ; preds = %resume.0
  br label %AfterCoroSuspend

AfterCoroSuspend:                                 ; preds = %resume.0.landing
  switch i8 0, label %suspended [
    i8 0, label %take.i
    i8 1, label %cleanup
  ]

take.i:                                           ; preds = %AfterCoroSuspend
  %.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 6
  %.reload = load i32, ptr %.reload.addr, align 4
  %n.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 5
  %n.reload = load i32, ptr %n.reload.addr, align 4
  %x.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 4
  %x.reload = load ptr, ptr %x.reload.addr, align 8
  %shared.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 3
  %shared.reload = load ptr, ptr %shared.reload.addr, align 8
  %from.i3 = getelementptr i32, ptr %x.reload, i32 %.reload
  %1 = addrspacecast ptr %shared.reload to ptr addrspace(3)
  %last.i = sub i32 %n.reload, 1
  %other.i = sub i32 %last.i, %.reload
  %other.slot.i = getelementptr i32, ptr addrspace(3) %1, i32 %other.i
  %w.i = load i32, ptr addrspace(3) %other.slot.i, align 4
  store i32 %w.i, ptr %from.i3, align 4
  br label %before1

before1:                                          ; preds = %take.i
  br label %turn.body.exit

turn.body.exit:                                   ; preds = %before1
  %items.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
  %items.reload = load ptr, ptr %items.reload.addr, align 8
  %2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items.reload, i32 0, i32 1
  store i32 0, ptr %2, align 4
  br label %cleanup

cleanup:                                          ; preds = %turn.body.exit, %AfterCoroSuspend
  call void @free(ptr %0)
  br label %suspended

suspended:                                        ; preds = %cleanup, %AfterCoroSuspend
  br label %CoroEnd

CoroEnd:                                          ; preds = %suspended
  ret void

resume.entry:                                     ; preds = %entry.resume
  br label %resume.0
}

; Function Attrs: noinline
define internal fastcc void @turn.item.destroy(ptr noundef nonnull align 8 dereferenceable(56) %0) #0 {
entry.destroy:
  br label %resume.entry

resume.0:                                         ; preds = %resume.entry
  br label %resume.0.landing

resume.0.landing:                                 ; preds = %resume.0
  br label %AfterCoroSuspend

AfterCoroSuspend:                                 ; preds = %resume.0.landing
  switch i8 1, label %suspended [
    i8 0, label %take.i
    i8 1, label %cleanup
  ]

take.i:                                           ; preds = %AfterCoroSuspend
  %.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 6
  %.reload = load i32, ptr %.reload.addr, align 4
  %n.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 5
  %n.reload = load i32, ptr %n.reload.addr, align 4
  %x.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 4
  %x.reload = load ptr, ptr %x.reload.addr, align 8
  %shared.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 3
  %shared.reload = load ptr, ptr %shared.reload.addr, align 8
  %from.i3 = getelementptr i32, ptr %x.reload, i32 %.reload
  %1 = addrspacecast ptr %shared.reload to ptr addrspace(3)
  %last.i = sub i32 %n.reload, 1
  %other.i = sub i32 %last.i, %.reload
  %other.slot.i = getelementptr i32, ptr addrspace(3) %1, i32 %other.i
  %w.i = load i32, ptr addrspace(3) %other.slot.i, align 4
  store i32 %w.i, ptr %from.i3, align 4
  br label %before1

before1:                                          ; preds = %take.i
  br label %turn.body.exit

turn.body.exit:                                   ; preds = %before1
  %items.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
  %items.reload = load ptr, ptr %items.reload.addr, align 8
  %2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items.reload, i32 0, i32 1
  store i32 0, ptr %2, align 4
  br label %cleanup

cleanup:                                          ; preds = %turn.body.exit, %AfterCoroSuspend
  call void @free(ptr %0)
  br label %suspended

suspended:                                        ; preds = %cleanup, %AfterCoroSuspend
  br label %CoroEnd

CoroEnd:                                          ; preds = %suspended
  ret void

resume.entry:                                     ; preds = %entry.destroy
  br label %resume.0
}

declare i1 @.offload.cores.more(ptr)

attributes #0 = { noinline }
attributes #1 = { nounwind }
