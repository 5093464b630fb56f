; are threads that return before others waited for no more?

; ModuleID = 'early-return'
source_filename = "early-return"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%turn.item.Frame = type { ptr, ptr, ptr, ptr, ptr, i32, i32, i1 }

@offload_kernel = private unnamed_addr constant [5 x i8] c"turn\00", align 1
@offload_place = private unnamed_addr constant [1 x i8] zeroinitializer, align 1
@offload_place.1 = private unnamed_addr constant [16 x i8] c"offload.barrier\00", align 1
@offload_places = private unnamed_addr constant [2 x ptr] [ptr @offload_place, ptr @offload_place.1]
@.offload.apart = private unnamed_addr constant [98 x i8] c"offload4j: error: kernel '%s' would wait for ever: threads of one block wait at '%s' and at '%s'\0A\00"
@.offload.full = private unnamed_addr constant [65 x i8] c"offload4j: error: no memory for the threads of a kernel's block\0A\00"
@.offload_message = private unnamed_addr constant [148 x i8] c"offload4j: error: kernel 'turn' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
@.offload_message.6 = private unnamed_addr constant [111 x i8] c"offload4j: error: kernel 'turn' was launched on the host with a block of no threads, or of more than 16777216\0A\00", align 1
@.offload_message.7 = private unnamed_addr constant [74 x i8] c"offload4j: error: kernel 'turn' has no memory for the threads of a block\0A\00", align 1

define void @turn(ptr %dyn_ptr, ptr %x, i64 %n) {
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
  %25 = trunc i64 %n to i32
  br label %sized

sized:                                            ; preds = %start
  %26 = zext i32 %15 to i64
  %27 = sub i64 %26, 1
  %28 = icmp ult i64 %27, 16777216
  %29 = zext i32 %20 to i64
  %30 = mul i64 %26, %29
  %31 = sub i64 %30, 1
  %32 = icmp ult i64 %31, 16777216
  %33 = and i1 %28, %32
  %34 = zext i32 %24 to i64
  %35 = mul i64 %30, %34
  %36 = sub i64 %35, 1
  %37 = icmp ult i64 %36, 16777216
  %38 = and i1 %33, %37
  br i1 %38, label %allowed, label %refused

refused:                                          ; preds = %sized
  %39 = call i64 @write(i32 2, ptr @.offload_message.6, i64 110)
  call void @abort()
  unreachable

allowed:                                          ; preds = %sized
  %40 = mul i64 %35, 48
  %41 = add i64 %40, 63
  %42 = and i64 %41, -64
  %43 = call ptr @aligned_alloc(i64 64, i64 %42)
  %44 = call ptr @aligned_alloc(i64 64, i64 256)
  %45 = ptrtoint ptr %43 to i64
  %46 = icmp ne i64 %45, 0
  %47 = ptrtoint ptr %44 to i64
  %48 = icmp ne i64 %47, 0
  %49 = and i1 %46, %48
  br i1 %49, label %allowed2, label %refused1

refused1:                                         ; preds = %allowed
  %50 = call i64 @write(i32 2, ptr @.offload_message.7, i64 73)
  call void @abort()
  unreachable

allowed2:                                         ; preds = %allowed
  br label %block.z.header

block.z.header:                                   ; preds = %block.y.exit, %allowed2
  %block.z = phi i32 [ 0, %allowed2 ], [ %53, %block.y.exit ]
  %51 = icmp ult i32 %block.z, %13
  br i1 %51, label %block.z.body, label %block.z.exit

block.z.body:                                     ; preds = %block.z.header
  br label %block.y.header

block.z.exit:                                     ; preds = %block.z.header
  call void @free(ptr %43)
  call void @free(ptr %44)
  ret void

block.y.header:                                   ; preds = %block.x.exit, %block.z.body
  %block.y = phi i32 [ 0, %block.z.body ], [ %81, %block.x.exit ]
  %52 = icmp ult i32 %block.y, %9
  br i1 %52, label %block.y.body, label %block.y.exit

block.y.body:                                     ; preds = %block.y.header
  br label %block.x.header

block.y.exit:                                     ; preds = %block.y.header
  %53 = add i32 %block.z, 1
  br label %block.z.header

block.x.header:                                   ; preds = %turn.item.block.exit, %block.y.body
  %block.x = phi i32 [ 0, %block.y.body ], [ %80, %turn.item.block.exit ]
  %54 = icmp ult i32 %block.x, %4
  br i1 %54, label %block.x.body, label %block.x.exit

block.x.body:                                     ; preds = %block.x.header
  %55 = zext i32 %15 to i64
  %56 = zext i32 %20 to i64
  %57 = mul nuw nsw i64 %55, %56
  %58 = zext i32 %24 to i64
  %59 = mul nuw nsw i64 %57, %58
  br label %items.z.i

items.z.i:                                        ; preds = %items.z.next.i, %block.x.body
  %z.i = phi i32 [ 0, %block.x.body ], [ %78, %items.z.next.i ]
  %60 = zext i32 %z.i to i64
  %61 = zext i32 %20 to i64
  %62 = mul nuw nsw i64 %60, %61
  br label %items.y.i

items.y.i:                                        ; preds = %items.y.next.i, %items.z.i
  %y.i = phi i32 [ 0, %items.z.i ], [ %76, %items.y.next.i ]
  %63 = zext i32 %y.i to i64
  %64 = add nuw nsw i64 %62, %63
  %65 = zext i32 %15 to i64
  %66 = mul nuw nsw i64 %64, %65
  br label %items.x.i

items.x.i:                                        ; preds = %items.x.i, %items.y.i
  %x.i = phi i32 [ 0, %items.y.i ], [ %74, %items.x.i ]
  %67 = zext i32 %x.i to i64
  %68 = add nuw nsw i64 %66, %67
  %69 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %43, i64 %68
  %70 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %69, i32 0, i32 2
  store i64 %68, ptr %70, align 8
  %71 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %69, i32 0, i32 3
  store i32 %x.i, ptr %71, align 4
  %72 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %69, i32 0, i32 4
  store i32 %y.i, ptr %72, align 4
  %73 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %69, i32 0, i32 5
  store i32 %z.i, ptr %73, align 4
  call void @turn.item(ptr %69, ptr %44, ptr null, i32 %block.x, i32 %block.y, i32 %block.z, i32 %15, i32 %20, i32 %24, i32 %4, i32 %9, i32 %13, ptr %x, i32 %25)
  %74 = add nuw nsw i32 %x.i, 1
  %75 = icmp ult i32 %74, %15
  br i1 %75, label %items.x.i, label %items.y.next.i

items.y.next.i:                                   ; preds = %items.x.i
  %76 = add nuw nsw i32 %y.i, 1
  %77 = icmp ult i32 %76, %20
  br i1 %77, label %items.y.i, label %items.z.next.i

items.z.next.i:                                   ; preds = %items.y.next.i
  %78 = add nuw nsw i32 %z.i, 1
  %79 = icmp ult i32 %78, %24
  br i1 %79, label %items.z.i, label %turn.item.block.exit

turn.item.block.exit:                             ; preds = %items.z.next.i
  call void @.offload.run(ptr %43, i64 %59, ptr @offload_kernel, ptr @offload_places)
  %80 = add i32 %block.x, 1
  br label %block.x.header

block.x.exit:                                     ; preds = %block.x.header
  %81 = add i32 %block.y, 1
  br label %block.y.header
}

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

; Function Attrs: noreturn nounwind
declare void @abort() #2

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

declare i64 @write(i32, ptr, i64)

attributes #0 = { noinline }
attributes #1 = { nounwind }
attributes #2 = { noreturn nounwind }
