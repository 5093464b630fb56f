; are threads that return before others waited for no more?

; irgen device --emit=ll -O=0 --target=x86_64
; and @turn.item, @.offload.run, @.offload.agree, @.offload.resume, @.offload.place, @.offload.frame, @turn.item.resume
;; define internal void @turn.item(ptr %items, ptr %shared, ptr %dynamic, i32 %block.x, i32 %block.y, i32 %block.z, i32 %size.x, i32 %size.y, i32 %size.z, i32 %grid.x, i32 %grid.y, i32 %grid.z, ptr %x, i32 %n) noinline {
;; slots:
;;   %0 = call ptr @.offload.frame(i64 56)
;;   %resume.addr = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 0
;;   store ptr @turn.item.resume, ptr %resume.addr, align 8
;;   %destroy.addr = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 1
;;   store ptr @turn.item.destroy, ptr %destroy.addr, align 8
;;   %n.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 5
;;   store i32 %n, ptr %n.spill.addr, align 4
;;   %x.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 4
;;   store ptr %x, ptr %x.spill.addr, align 8
;;   %shared.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 3
;;   store ptr %shared, ptr %shared.spill.addr, align 8
;;   %items.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
;;   store ptr %items, ptr %items.spill.addr, align 8
;;   %1 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 0
;;   store ptr %0, ptr %1, align 8
;;   %2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 2
;;   %number = load i64, ptr %2, align 8
;;   %3 = sub i64 0, %number
;;   %items2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %3
;;   %4 = zext i32 %size.x to i64
;;   %5 = mul nuw nsw i64 1, %4
;;   %6 = zext i32 %size.y to i64
;;   %7 = mul nuw nsw i64 %5, %6
;;   %8 = zext i32 %size.z to i64
;;   %9 = mul nuw nsw i64 %7, %8
;;   %10 = addrspacecast ptr %shared to ptr addrspace(3)
;;   %11 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 3
;;   %12 = load i32, ptr %11, align 4
;;   %.spill.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 6
;;   store i32 %12, ptr %.spill.addr, align 4
;;   %some.i = icmp ult i32 %12, %n
;;   br i1 %some.i, label %meeting, label %turn.body.exit
;;
;; meeting:                                          ; preds = %slots
;;   %from.i = getelementptr i32, ptr %x, i32 %12
;;   %v.i = load i32, ptr %from.i, align 4
;;   %slot.i = getelementptr i32, ptr addrspace(3) %10, i32 %12
;;   store i32 %v.i, ptr addrspace(3) %slot.i, align 4
;;   %13 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i32 0, i32 1
;;   store i32 1, ptr %13, align 4
;;   %index.addr4 = getelementptr inbounds nuw %turn.item.Frame, ptr %0, i32 0, i32 7
;;   store i1 false, ptr %index.addr4, align 1
;;   br label %AfterCoroEnd
;;
;; turn.body.exit:                                   ; preds = %slots
;;   %items.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
;;   %items.reload = load ptr, ptr %items.reload.addr, align 8
;;   %14 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items.reload, i32 0, i32 1
;;   store i32 0, ptr %14, align 4
;;   call void @free(ptr %0)
;;   br label %AfterCoroEnd
;;
;; AfterCoroEnd:                                     ; preds = %meeting, %turn.body.exit
;;   ret void
;; }
;; define internal void @.offload.run(ptr %items, i64 %count, ptr %kernel, ptr %places) {
;; entry:
;;   br label %round
;;
;; round:                                            ; preds = %block.go, %entry
;;   br label %warp
;;
;; warp:                                             ; preds = %warp.over, %round
;;   %first = phi i64 [ 0, %round ], [ %next, %warp.over ]
;;   %others = phi i1 [ false, %round ], [ %some, %warp.over ]
;;   %next = add i64 %first, 32
;;   %more = icmp ult i64 %next, %count
;;   %end = select i1 %more, i64 %next, i64 %count
;;   br label %lanes
;;
;; lanes:                                            ; preds = %lanes.go, %warp
;;   %place = call i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places)
;;   %alone = icmp slt i32 %place, 0
;;   br i1 %alone, label %lanes.go, label %warp.over
;;
;; lanes.go:                                         ; preds = %lanes
;;   call void @.offload.resume(ptr %items, i64 %first, i64 %end)
;;   br label %lanes
;;
;; warp.over:                                        ; preds = %lanes
;;   %waits = icmp ne i32 %place, 0
;;   %some = or i1 %others, %waits
;;   br i1 %more, label %warp, label %block
;;
;; block:                                            ; preds = %warp.over
;;   br i1 %some, label %block.go, label %over
;;
;; block.go:                                         ; preds = %block
;;   %all = call i32 @.offload.agree(ptr %items, i64 0, i64 %count, ptr %kernel, ptr %places)
;;   call void @.offload.resume(ptr %items, i64 0, i64 %count)
;;   br label %round
;;
;; over:                                             ; preds = %block
;;   ret void
;; }
;; define internal i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places) {
;; entry:
;;   br label %one
;;
;; one:                                              ; preds = %same, %entry
;;   %i = phi i64 [ %first, %entry ], [ %next, %same ]
;;   %before = phi i32 [ 0, %entry ], [ %place, %same ]
;;   %address = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %i, i32 1
;;   %waiting = load i32, ptr %address, align 8
;;   %none = icmp eq i32 %before, 0
;;   %place = select i1 %none, i32 %waiting, i32 %before
;;   %over = icmp eq i32 %waiting, 0
;;   %alike = icmp eq i32 %waiting, %place
;;   %fine = or i1 %over, %alike
;;   br i1 %fine, label %same, label %apart
;;
;; same:                                             ; preds = %one
;;   %next = add i64 %i, 1
;;   %more = icmp ult i64 %next, %end
;;   br i1 %more, label %one, label %done
;;
;; done:                                             ; preds = %same
;;   ret i32 %place
;;
;; apart:                                            ; preds = %one
;;   %a = call ptr @.offload.place(ptr %places, i32 %before)
;;   %b = call ptr @.offload.place(ptr %places, i32 %waiting)
;;   %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.apart, ptr %kernel, ptr %a, ptr %b)
;;   call void @abort()
;;   unreachable
;; }
;; define internal void @.offload.resume(ptr %items, i64 %first, i64 %end) {
;; entry:
;;   br label %one
;;
;; one:                                              ; preds = %on, %entry
;;   %i = phi i64 [ %first, %entry ], [ %next, %on ]
;;   %item = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items, i64 %i
;;   %address = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %item, i32 0, i32 1
;;   %waiting = load i32, ptr %address, align 8
;;   %over = icmp eq i32 %waiting, 0
;;   br i1 %over, label %on, label %go
;;
;; go:                                               ; preds = %one
;;   %handle = load ptr, ptr %item, align 8
;;   %0 = getelementptr inbounds { ptr, ptr }, ptr %handle, i32 0, i32 0
;;   %1 = load ptr, ptr %0, align 8
;;   call fastcc void %1(ptr %handle)
;;   br label %on
;;
;; on:                                               ; preds = %go, %one
;;   %next = add i64 %i, 1
;;   %more = icmp ult i64 %next, %end
;;   br i1 %more, label %one, label %done
;;
;; done:                                             ; preds = %on
;;   ret void
;; }
;; define internal ptr @.offload.place(ptr %places, i32 %place) {
;;   %negative = icmp slt i32 %place, 0
;;   %other = sub i32 0, %place
;;   %index = select i1 %negative, i32 %other, i32 %place
;;   %address = getelementptr inbounds ptr, ptr %places, i32 %index
;;   %text = load ptr, ptr %address, align 8
;;   ret ptr %text
;; }
;; define internal ptr @.offload.frame(i64 %bytes) {
;;   %more = add i64 %bytes, 63
;;   %whole = and i64 %more, -64
;;   %memory = call ptr @aligned_alloc(i64 64, i64 %whole)
;;   %none = icmp eq ptr %memory, null
;;   br i1 %none, label %full, label %fine
;;
;; fine:                                             ; preds = %0
;;   ret ptr %memory
;;
;; full:                                             ; preds = %0
;;   %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.full)
;;   call void @abort()
;;   unreachable
;; }
;; define internal fastcc void @turn.item.resume(ptr noundef nonnull align 8 dereferenceable(56) %0) noinline {
;; entry.resume:
;;   br label %resume.entry
;;
;; resume.0:                                         ; preds = %resume.entry
;;   br label %resume.0.landing
;;
;; resume.0.landing:                                 ; preds = %resume.0
;;   br label %AfterCoroSuspend
;;
;; AfterCoroSuspend:                                 ; preds = %resume.0.landing
;;   switch i8 0, label %suspended [
;;     i8 0, label %take.i
;;     i8 1, label %cleanup
;;   ]
;;
;; take.i:                                           ; preds = %AfterCoroSuspend
;;   %.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 6
;;   %.reload = load i32, ptr %.reload.addr, align 4
;;   %n.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 5
;;   %n.reload = load i32, ptr %n.reload.addr, align 4
;;   %x.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 4
;;   %x.reload = load ptr, ptr %x.reload.addr, align 8
;;   %shared.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 3
;;   %shared.reload = load ptr, ptr %shared.reload.addr, align 8
;;   %from.i3 = getelementptr i32, ptr %x.reload, i32 %.reload
;;   %1 = addrspacecast ptr %shared.reload to ptr addrspace(3)
;;   %last.i = sub i32 %n.reload, 1
;;   %other.i = sub i32 %last.i, %.reload
;;   %other.slot.i = getelementptr i32, ptr addrspace(3) %1, i32 %other.i
;;   %w.i = load i32, ptr addrspace(3) %other.slot.i, align 4
;;   store i32 %w.i, ptr %from.i3, align 4
;;   br label %before1
;;
;; before1:                                          ; preds = %take.i
;;   br label %turn.body.exit
;;
;; turn.body.exit:                                   ; preds = %before1
;;   %items.reload.addr = getelementptr inbounds %turn.item.Frame, ptr %0, i32 0, i32 2
;;   %items.reload = load ptr, ptr %items.reload.addr, align 8
;;   %2 = getelementptr inbounds { ptr, i32, i64, i32, i32, i32, i64 }, ptr %items.reload, i32 0, i32 1
;;   store i32 0, ptr %2, align 4
;;   br label %cleanup
;;
;; cleanup:                                          ; preds = %turn.body.exit, %AfterCoroSuspend
;;   call void @free(ptr %0)
;;   br label %suspended
;;
;; suspended:                                        ; preds = %cleanup, %AfterCoroSuspend
;;   br label %CoroEnd
;;
;; CoroEnd:                                          ; preds = %suspended
;;   ret void
;;
;; resume.entry:                                     ; preds = %entry.resume
;;   br label %resume.0
;; }
; and @.offload.apart, @.offload.full, @.offload_message.6, @.offload_message.7, @offload_kernel, @offload_place, @offload_place.1, @offload_places
;; @.offload.apart = private unnamed_addr constant [98 x i8] c"offload4j: error: kernel '%s' would wait for ever: threads of one block wait at '%s' and at '%s'\0A\00"
;; @.offload.full = private unnamed_addr constant [65 x i8] c"offload4j: error: no memory for the threads of a kernel's block\0A\00"
;; @.offload_message.6 = private unnamed_addr constant [111 x i8] c"offload4j: error: kernel 'turn' was launched on the host with a block of no threads, or of more than 16777216\0A\00", align 1
;; @.offload_message.7 = private unnamed_addr constant [74 x i8] c"offload4j: error: kernel 'turn' has no memory for the threads of a block\0A\00", align 1
;; @offload_kernel = private unnamed_addr constant [5 x i8] c"turn\00", align 1
;; @offload_place = private unnamed_addr constant [1 x i8] zeroinitializer, align 1
;; @offload_place.1 = private unnamed_addr constant [16 x i8] c"offload.barrier\00", align 1
;; @offload_places = private unnamed_addr constant [2 x ptr] [ptr @offload_place, ptr @offload_place.1]
; lines with call, alloca, phi
; and @turn.blocks
;; define internal void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr %piece) noinline {
;;   %36 = call i64 @write(i32 2, ptr @.offload_message.6, i64 110)
;;   call void @abort()
;;   %40 = call ptr @aligned_alloc(i64 64, i64 %39)
;;   %41 = call ptr @aligned_alloc(i64 64, i64 256)
;;   %47 = call i64 @write(i32 2, ptr @.offload_message.7, i64 73)
;;   call void @abort()
;;   %number = phi i64 [ %first, %some ], [ %first, %inside ], [ %86, %turn.item.block.exit ]
;;   %block.x = phi i32 [ 0, %some ], [ %53, %inside ], [ %89, %turn.item.block.exit ]
;;   %block.y = phi i32 [ 0, %some ], [ %57, %inside ], [ %93, %turn.item.block.exit ]
;;   %block.z = phi i32 [ 0, %some ], [ %60, %inside ], [ %95, %turn.item.block.exit ]
;;   %z.i = phi i32 [ 0, %block ], [ %84, %items.z.next.i ]
;;   %y.i = phi i32 [ 0, %items.z.i ], [ %82, %items.y.next.i ]
;;   %x.i = phi i32 [ 0, %items.y.i ], [ %80, %items.x.i ]
;;   call void @turn.item(ptr %75, ptr %41, ptr null, i32 %block.x, i32 %block.y, i32 %block.z, i32 %12, i32 %17, i32 %21, i32 %1, i32 %6, i32 %10, ptr %x, i32 %22)
;;   call void @.offload.run(ptr %40, i64 %65, ptr @offload_kernel, ptr @offload_places)
;;   call void @free(ptr %40)
;;   call void @free(ptr %41)
;;   %99 = call i1 @.offload.cores.more(ptr %piece)
;; }
; lines with .blocks
@part = internal addrspace(3) global [64 x i32] poison

declare i32 @offload.thread.id(i32)
declare void @offload.barrier() convergent

define void @turn(ptr %x, i32 %n) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %some = icmp ult i32 %t, %n
  br i1 %some, label %take, label %exit

take:
  %from = getelementptr i32, ptr %x, i32 %t
  %v = load i32, ptr %from
  %slot = getelementptr i32, ptr addrspace(3) @part, i32 %t
  store i32 %v, ptr addrspace(3) %slot
  call void @offload.barrier() convergent
  %last = sub i32 %n, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr i32, ptr addrspace(3) @part, i32 %other
  %w = load i32, ptr addrspace(3) %other.slot
  store i32 %w, ptr %from
  br label %exit

exit:
  ret void
}
;; define void @turn(ptr %dyn_ptr, ptr %x, i64 %n) {
;;   call void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr %piece)
;; }
