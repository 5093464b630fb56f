; Runs the coroutines of a block's work-items in turn.
;
; Of each is kept: the coroutine, the place where it waits (0 when it has returned, negative where only its warp meets), its
; number in the block, its number in three dimensions, and the value that it has put for the others.

%item = type { ptr, i32, i64, i32, i32, i32, i64 }

@.offload.apart = private unnamed_addr constant [98 x i8] c"offload4j: error: kernel '%s' would wait for ever: threads of one block wait at '%s' and at '%s'\0A\00"
@.offload.full = private unnamed_addr constant [65 x i8] c"offload4j: error: no memory for the threads of a kernel's block\0A\00"

declare i32 @dprintf(i32, ptr, ...) nounwind
declare void @abort() noreturn nounwind
declare ptr @aligned_alloc(i64, i64) nounwind

; Goes on until all have returned.
define void @.offload.run(ptr %items, i64 %count, ptr %kernel, ptr %places) {
entry:
  br label %round

round:
  br label %warp

warp:
  %first = phi i64 [ 0, %round ], [ %next, %warp.over ]
  %others = phi i1 [ false, %round ], [ %some, %warp.over ]
  %next = add i64 %first, 32
  %more = icmp ult i64 %next, %count
  %end = select i1 %more, i64 %next, i64 %count
  br label %lanes

lanes:
  %place = call i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places)
  %alone = icmp slt i32 %place, 0
  br i1 %alone, label %lanes.go, label %warp.over

lanes.go:
  call void @.offload.resume(ptr %items, i64 %first, i64 %end)
  br label %lanes

warp.over:
  %waits = icmp ne i32 %place, 0
  %some = or i1 %others, %waits
  br i1 %more, label %warp, label %block

block:
  br i1 %some, label %block.go, label %over

block.go:
  %all = call i32 @.offload.agree(ptr %items, i64 0, i64 %count, ptr %kernel, ptr %places)
  call void @.offload.resume(ptr %items, i64 0, i64 %count)
  br label %round

over:
  ret void
}

; Returns the place where those of a range wait that have not returned, and ends the program when they wait at several.
define i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places) {
entry:
  br label %one

one:
  %i = phi i64 [ %first, %entry ], [ %next, %same ]
  %before = phi i32 [ 0, %entry ], [ %place, %same ]
  %address = getelementptr inbounds %item, ptr %items, i64 %i, i32 1
  %waiting = load i32, ptr %address, align 8
  %none = icmp eq i32 %before, 0
  %place = select i1 %none, i32 %waiting, i32 %before
  %over = icmp eq i32 %waiting, 0
  %alike = icmp eq i32 %waiting, %place
  %fine = or i1 %over, %alike
  br i1 %fine, label %same, label %apart

same:
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %end
  br i1 %more, label %one, label %done

done:
  ret i32 %place

apart:
  %a = call ptr @.offload.place(ptr %places, i32 %before)
  %b = call ptr @.offload.place(ptr %places, i32 %waiting)
  %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.apart, ptr %kernel, ptr %a, ptr %b)
  call void @abort()
  unreachable
}

define ptr @.offload.place(ptr %places, i32 %place) {
  %negative = icmp slt i32 %place, 0
  %other = sub i32 0, %place
  %index = select i1 %negative, i32 %other, i32 %place
  %address = getelementptr inbounds ptr, ptr %places, i32 %index
  %text = load ptr, ptr %address
  ret ptr %text
}

; Lets those of a range go on that have not returned, up to where each waits next.
define void @.offload.resume(ptr %items, i64 %first, i64 %end) {
entry:
  br label %one

one:
  %i = phi i64 [ %first, %entry ], [ %next, %on ]
  %item = getelementptr inbounds %item, ptr %items, i64 %i
  %address = getelementptr inbounds %item, ptr %item, i32 0, i32 1
  %waiting = load i32, ptr %address, align 8
  %over = icmp eq i32 %waiting, 0
  br i1 %over, label %on, label %go

go:
  %handle = load ptr, ptr %item, align 8
  call void @llvm.coro.resume(ptr %handle)
  br label %on

on:
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %end
  br i1 %more, label %one, label %done

done:
  ret void
}

declare void @llvm.coro.resume(ptr)

; Returns memory for what a coroutine keeps while it waits.
define ptr @.offload.frame(i64 %bytes) {
  %more = add i64 %bytes, 63
  %whole = and i64 %more, -64
  %memory = call ptr @aligned_alloc(i64 64, i64 %whole)
  %none = icmp eq ptr %memory, null
  br i1 %none, label %full, label %fine

fine:
  ret ptr %memory

full:
  %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.full)
  call void @abort()
  unreachable
}
