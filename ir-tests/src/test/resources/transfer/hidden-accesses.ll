; Host code that reads and writes two arrays of 16 integers in ways that are hard to see, around sites on the first.
; LAUNCH and LIBRARY stand for a kernel's and a library call's marks, which map argument 0 to the device and back.

@table = internal global [2 x ptr] zeroinitializer
@kept = internal global ptr null
@pool = internal global [16 x i32] zeroinitializer, align 16

declare void @increment(ptr)
declare void @omp_set_default_device(i32) nounwind willreturn memory(inaccessiblemem: readwrite)
declare ptr @omp_get_mapped_ptr(ptr, i32) nounwind willreturn memory(none)
declare i32 @omp_target_is_present(ptr nocapture readnone, i32) nounwind willreturn memory(none)
declare void @llvm.va_start.p0(ptr)
declare void @llvm.va_end.p0(ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

; ---- what the library functions do: each adds 1 to the first integer

define internal void @variadic(i32 %n, ...) noinline nounwind {
  %list = alloca [4 x i64], align 16
  call void @llvm.va_start.p0(ptr %list)
  %p = va_arg ptr %list, ptr
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  call void @llvm.va_end.p0(ptr %list)
  ret void
}
define internal void @passes_on(ptr %p) noinline nounwind {
  call void (i32, ...) @variadic(i32 1, ptr %p)
  ret void
}
define internal void @calls_through(ptr %p) noinline nounwind {
  %slot = alloca ptr
  store ptr @plain, ptr %slot
  %f = load volatile ptr, ptr %slot
  call void %f(ptr %p)
  ret void
}
define internal void @plain(ptr %p) noinline nounwind {
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}
define internal void @remembers(ptr %p) noinline nounwind {
  store ptr %p, ptr @kept
  call void @writes_what_is_kept()
  ret void
}
define internal void @writes_what_is_kept() noinline nounwind {
  %p = load ptr, ptr @kept
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}
define internal void @recurses(ptr %p) noinline nounwind {
  call void @descends(ptr %p, i32 3)
  ret void
}
define internal void @descends(ptr %p, i32 %n) noinline nounwind {
  %end = icmp eq i32 %n, 0
  br i1 %end, label %write, label %down
down:
  %m = sub i32 %n, 1
  %q = getelementptr i32, ptr %p, i64 1
  %r = getelementptr i32, ptr %q, i64 -1
  call void @descends(ptr %r, i32 %m)
  ret void
write:
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}
define internal i32 @tells_the_address(ptr %p) noinline nounwind {
  %bits = ptrtoint ptr %p to i64
  %low = trunc i64 %bits to i32
  call void @plain(ptr %p)
  ret i32 %low
}
define weak void @replaceable(ptr %p) noinline nounwind {
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}
define internal void @calls_replaceable(ptr %p) noinline nounwind {
  call void @replaceable(ptr %p)
  ret void
}

; ---- library calls

define void @a_variadic_callee(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @passes_on(ptr %x) LIBRARY
  call void @passes_on(ptr %x) LIBRARY
  ret void
}
define void @a_callee_that_calls_through_a_pointer(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @calls_through(ptr %x) LIBRARY
  call void @calls_through(ptr %x) LIBRARY
  ret void
}
define void @a_callee_that_remembers(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @remembers(ptr %x) LIBRARY
  call void @remembers(ptr %x) LIBRARY
  ret void
}
define void @a_callee_that_recurses(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @recurses(ptr %x) LIBRARY
  call void @recurses(ptr %x) LIBRARY
  ret void
}
define void @a_callee_that_returns_the_address(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %a = call i32 @tells_the_address(ptr %x) LIBRARY
  %b = call i32 @tells_the_address(ptr %x) LIBRARY
  ret void
}
define void @a_callee_of_a_weak_one(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @calls_replaceable(ptr %x) LIBRARY
  call void @calls_replaceable(ptr %x) LIBRARY
  ret void
}

; ---- pointers behind and in front of what is touched

define internal i32 @last(ptr nocapture readonly %end) noinline nounwind memory(argmem: read) {
  %p = getelementptr i32, ptr %end, i64 -16
  %v = load i32, ptr %p
  ret i32 %v
}
define internal void @set_last(ptr nocapture %end) noinline nounwind memory(argmem: readwrite) {
  %p = getelementptr i32, ptr %end, i64 -16
  store i32 1000, ptr %p
  ret void
}
define void @a_read_from_the_end(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %end = getelementptr i32, ptr %x, i64 16
  call void @increment(ptr %x) LAUNCH
  %v = call i32 @last(ptr %end)
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}
define void @a_write_from_the_end(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %end = getelementptr i32, ptr %x, i64 16
  call void @increment(ptr %x) LAUNCH
  call void @set_last(ptr %end)
  call void @increment(ptr %x) LAUNCH
  ret void
}
define void @a_read_from_the_end_of_a_variable(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr @pool) LAUNCH
  %v = call i32 @last(ptr getelementptr (i32, ptr @pool, i64 16))
  call void @increment(ptr @pool) LAUNCH
  store i32 %v, ptr %y
  ret void
}
define void @a_read_from_the_end_of_a_parameter(ptr nonnull %x, ptr noalias nonnull %y) nounwind {
  %end = getelementptr i32, ptr %x, i64 16
  call void @increment(ptr %x) LAUNCH
  %v = call i32 @last(ptr %end)
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}
define void @a_copy_of_a_slot_that_holds_the_end(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %a = alloca ptr
  %b = alloca ptr
  %end = getelementptr i32, ptr %x, i64 16
  store ptr %end, ptr %a
  call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 8, i1 false)
  call void @increment(ptr %x) LAUNCH
  %q = load ptr, ptr %b
  %p = getelementptr i32, ptr %q, i64 -16
  %v = load i32, ptr %p
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}

; ---- what a name meant in another iteration

define void @the_pointer_of_the_iteration_before(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %slot = alloca ptr
  store ptr %x, ptr @table
  %second = getelementptr ptr, ptr @table, i64 1
  store ptr %y, ptr %second
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %latch ]
  %odd = and i32 %i, 1
  %place = getelementptr ptr, ptr @table, i32 %odd
  %v = load ptr, ptr %place
  %first = icmp eq i32 %i, 0
  br i1 %first, label %latch, label %use
use:
  %old = load ptr, ptr %slot
  call void @increment(ptr %old) LAUNCH
  call void @increment(ptr %v) LAUNCH
  call void @increment(ptr %v) LAUNCH
  br label %latch
latch:
  store ptr %v, ptr %slot
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 4
  br i1 %more, label %loop, label %done
done:
  ret void
}
define void @the_size_of_the_iteration_before(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %slot = alloca i64
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %latch ]
  %wide = zext i32 %i to i64
  %opaque = mul i64 %wide, 16
  %size = sub i64 64, %opaque
  %first = icmp eq i32 %i, 0
  br i1 %first, label %latch, label %use
use:
  %old = load i64, ptr %slot
  call void @increment(ptr %x) LAUNCH_BYTES(%old)
  call void @increment(ptr %x) LAUNCH_BYTES(%size)
  call void @increment(ptr %x) LAUNCH_BYTES(%size)
  br label %latch
latch:
  store i64 %size, ptr %slot
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 4
  br i1 %more, label %loop, label %done
done:
  ret void
}

; ---- the runtime's state

define void @another_default_device(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  call void @omp_set_default_device(i32 1)
  call void @increment(ptr %x) LAUNCH
  call void @omp_set_default_device(i32 0)
  ret void
}
define internal void @choose(i32 %device) noinline nounwind {
  call void @omp_set_default_device(i32 %device)
  ret void
}
define void @another_default_device_chosen_deeper(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  call void @choose(i32 1)
  call void @increment(ptr %x) LAUNCH
  call void @choose(i32 0)
  ret void
}
define void @a_question_for_the_mapping(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  %p = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
  %none = icmp eq ptr %p, null
  %v = zext i1 %none to i32
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}
define internal i32 @is_present(ptr nocapture readnone %p) noinline nounwind memory(none) {
  %v = call i32 @omp_target_is_present(ptr %p, i32 0)
  ret i32 %v
}
define void @a_question_for_the_mapping_deeper(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  %v = call i32 @is_present(ptr %x)
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}

; ---- allocations

define internal ptr @malloc(i64 %bytes) noinline nounwind {
  ret ptr @pool
}
define void @a_malloc_of_the_modules_own(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  call void @increment(ptr %p) LAUNCH
  %v = load i32, ptr %q
  store i32 %v, ptr %y
  call void @increment(ptr %p) LAUNCH
  ret void
}

; ---- an address that leaks

define void @an_address_found_by_comparing(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %s = alloca [16 x i32], align 16
  store i32 1, ptr %s
  %bits = ptrtoint ptr %s to i64
  call void @increment(ptr %s) LAUNCH
  %p = inttoptr i64 %bits to ptr
  %v = load i32, ptr %p
  store i32 %v, ptr %y
  call void @increment(ptr %s) LAUNCH
  ret void
}
define void @an_address_in_a_structure(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %s = alloca [16 x i32], align 16
  store i32 1, ptr %s
  %holder = insertvalue { i64, ptr } { i64 1, ptr null }, ptr %s, 1
  call void @increment(ptr %s) LAUNCH
  %p = extractvalue { i64, ptr } %holder, 1
  %v = load i32, ptr %p
  store i32 %v, ptr %y
  call void @increment(ptr %s) LAUNCH
  ret void
}
define void @an_address_in_an_array_of_pointers(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %pointers = alloca [2 x ptr]
  %s = alloca [16 x i32], align 16
  store i32 1, ptr %s
  store i32 1, ptr %y
  %second = getelementptr ptr, ptr %pointers, i64 1
  store ptr %s, ptr %pointers
  store ptr %s, ptr %second
  call void @increment(ptr %s) LAUNCH
  %which = load i32, ptr %y
  %place = getelementptr ptr, ptr %pointers, i32 %which
  %p = load ptr, ptr %place
  %v = load i32, ptr %p
  store i32 %v, ptr %y
  call void @increment(ptr %s) LAUNCH
  %w = load i32, ptr %s
  store i32 %w, ptr %x
  ret void
}

; ---- what the runtime looks up by address, whatever is touched

define void @data_without_bytes_at_the_start_of_others(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH_BYTES(0)
  call void @increment(ptr %x) LAUNCH
  call void @increment(ptr %x) LAUNCH_BYTES(0)
  call void @increment(ptr %x) LAUNCH
  ret void
}
define internal void @use_scratch(ptr noalias nonnull %s, ptr noalias nonnull %x) noinline nounwind {
  call void @increment(ptr %s) SCRATCH
  call void @increment(ptr %x) LAUNCH
  call void @increment(ptr %s) SCRATCH
  ret void
}
define void @scratch_on_the_memory_of_another(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @use_scratch(ptr %x, ptr %x)
  ret void
}

; ---- memory that ends without an instruction that names it

declare ptr @llvm.stacksave.p0()
declare void @llvm.stackrestore.p0(ptr)
define void @a_variable_that_ends_with_its_stack(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %n = load i32, ptr %x
  %c = icmp eq i32 %n, 0
  %count = add i32 %n, 16
  %stack = call ptr @llvm.stacksave.p0()
  %p = alloca i32, i32 %count, align 64
  store i32 7, ptr %p
  call void @increment(ptr %p) LAUNCH
  br i1 %c, label %other, label %join
other:
  call void @llvm.stackrestore.p0(ptr %stack)
  %q = alloca i32, i32 %count, align 64
  store i32 1000, ptr %q
  br label %join
join:
  %r = phi ptr [ %q, %other ], [ %y, %entry ]
  br i1 %c, label %done, label %again
again:
  call void @increment(ptr %p) LAUNCH
  br label %done
done:
  %w = load i32, ptr %r
  store i32 %w, ptr %y
  ret void
}
@arena = internal global [64 x i32] zeroinitializer, align 64
@used = internal global i64 0
define internal noalias ptr @take(i64 %n) noinline nounwind {
  %u = load i64, ptr @used
  %v = add i64 %u, %n
  store i64 %v, ptr @used
  %p = getelementptr i32, ptr @arena, i64 %u
  ret ptr %p
}
define internal void @empty_the_arena() noinline nounwind {
  store i64 0, ptr @used
  ret void
}
define void @an_arena_that_is_emptied_as_a_whole(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %n = load i32, ptr %x
  %c = icmp eq i32 %n, 0
  %p = call noalias ptr @take(i64 16)
  store i32 7, ptr %p
  call void @increment(ptr %p) LAUNCH
  br i1 %c, label %other, label %join
other:
  call void @empty_the_arena()
  %q = call noalias ptr @take(i64 16)
  store i32 1000, ptr %q
  call void @increment(ptr %q) LAUNCH
  %v = load i32, ptr %q
  store i32 %v, ptr %y
  br label %join
join:
  br i1 %c, label %done, label %again
again:
  call void @increment(ptr %p) LAUNCH
  br label %done
done:
  call void @empty_the_arena()
  ret void
}

; ---- the runtime, called by another name

@another_name = internal alias i32 (ptr), ptr @is_present
define void @a_question_under_another_name(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  %v = call i32 @another_name(ptr nocapture readnone %x) nounwind memory(none)
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}
define internal i32 @asks_through_a_pointer(ptr nocapture readnone %p) noinline nounwind memory(inaccessiblemem: readwrite) {
  %slot = alloca ptr
  store ptr @omp_target_is_present, ptr %slot
  %f = load volatile ptr, ptr %slot
  %r = call i32 %f(ptr %p, i32 0)
  ret i32 %r
}
define void @a_question_through_a_pointer(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  call void @increment(ptr %x) LAUNCH
  %v = call i32 @asks_through_a_pointer(ptr %x)
  store i32 %v, ptr %y
  call void @increment(ptr %x) LAUNCH
  ret void
}

; ---- a store of 24 bits leaves the fourth byte alone

define void @a_byte_behind_an_odd_integer(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
  %slot = alloca i32
  %top = getelementptr i8, ptr %slot, i64 3
  %zero = load i32, ptr %x
  %four = add i32 %zero, 67108864
  %sixtyfour = add i32 %zero, 1073741824
  store i32 %four, ptr %slot
  store i24 0, ptr %slot
  %s = load i8, ptr %top
  %size = zext i8 %s to i64
  call void @increment(ptr %x) LAUNCH_BYTES(%size)
  store i32 %sixtyfour, ptr %slot
  store i24 0, ptr %slot
  %t = load i8, ptr %top
  %size2 = zext i8 %t to i64
  call void @increment(ptr %x) LAUNCH_BYTES(%size2)
  ret void
}
