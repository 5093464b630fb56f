; Programs of functions with a site each, which callers hold data for, or may not. Each works on two arrays of 16 integers.
; LAUNCH and LAUNCH_BYTES(n) stand for the marks of a kernel that adds 1 to the first integer of argument 0, which is
; mapped both ways; MARKED(bytes, directions) for those of another. TEN_TIMES starts a function that does its lines in a
; loop of ten iterations, which %i counts, and WHERE_ODD one that does them where %i is odd.

@kept = internal global ptr null

declare void @increment(ptr)
declare void @look(ptr)
declare void @fill(ptr)
declare ptr @omp_get_mapped_ptr(ptr, i32) nounwind willreturn memory(none)
declare noalias ptr @malloc(i64) nounwind willreturn allockind("alloc,uninitialized") allocsize(0) memory(inaccessiblemem: readwrite)
declare void @free(ptr nocapture) nounwind willreturn allockind("free") memory(argmem: readwrite, inaccessiblemem: readwrite)

define void @site(ptr %p) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  ret void
}
define void @sized(ptr %p, i64 %n) noinline nounwind {
  %bytes = mul i64 %n, 4
  call void @increment(ptr %p) [ LAUNCH_BYTES(%bytes)
  ret void
}
define void @nested(ptr %p) noinline nounwind {
  call void @site(ptr %p)
  call void @sized(ptr %p, i64 16)
  ret void
}
define void @writes_first(ptr %p) noinline nounwind {
  %v = load i32, ptr %p
  %w = add i32 %v, 10
  store i32 %w, ptr %p
  call void @increment(ptr %p) [ LAUNCH
  ret void
}
define void @reads_behind(ptr %p, ptr %sum) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  %v = load i32, ptr %p
  %s = load i32, ptr %sum
  %w = add i32 %v, %s
  store i32 %w, ptr %sum
  ret void
}
WHERE_ODD @perhaps(ptr %p, i32 %i) {
  call void @increment(ptr %p) [ LAUNCH
}
define void @perhaps_and_always(ptr %p, i32 %i) noinline nounwind {
  call void @perhaps(ptr %p, i32 %i)
  call void @site(ptr %p)
  ret void
}
define void @loops_perhaps(ptr %p, i32 %n) noinline nounwind {
entry:
  br label %test
test:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  %more = icmp ult i32 %i, %n
  br i1 %more, label %body, label %done
body:
  call void @increment(ptr %p) [ LAUNCH
  %next = add i32 %i, 1
  br label %test
done:
  ret void
}
WHERE_ODD @perhaps_half(ptr %p, i32 %i) {
  call void @increment(ptr %p) [ LAUNCH_BYTES(32)
}
WHERE_ODD @perhaps_and_reads(ptr %p, ptr %sum, i32 %i) {
  call void @increment(ptr %p) [ LAUNCH
  %v = load i32, ptr %p
  %s = load i32, ptr %sum
  %w = add i32 %v, %s
  store i32 %w, ptr %sum
}
WHERE_ODD @perhaps_and_writes(ptr %p, i32 %i) {
  call void @increment(ptr %p) [ LAUNCH
  %v = load i32, ptr %p
  %w = mul i32 %v, 3
  store i32 %w, ptr %p
}
define void @reader(ptr %p) noinline nounwind {
  call void @look(ptr %p) [ MARKED(64, 1)
  ret void
}
define void @filler(ptr %p) noinline nounwind {
  call void @fill(ptr %p) [ MARKED(64, 2)
  ret void
}
define void @throws_nothing(ptr %p) noinline {
  call void @increment(ptr %p) [ LAUNCH
  ret void
}
define void @may_throw(i32 %i) noinline {
  %never = icmp eq i32 %i, 99
  br i1 %never, label %yes, label %no
yes:
  call void @abort()
  unreachable
no:
  ret void
}
declare void @abort() noreturn
define i32 @personality() {
  ret i32 0
}
define void @recursive(ptr %p, i32 %i) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  %v = load i32, ptr %p
  %w = add i32 %v, 100
  store i32 %w, ptr %p
  %more = icmp ugt i32 %i, 0
  br i1 %more, label %again, label %done
again:
  %less = sub i32 %i, 1
  call void @recursive(ptr %p, i32 %less)
  br label %done
done:
  ret void
}
define weak void @replaceable(ptr %p) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  ret void
}
define void @remembers(ptr %p) noinline nounwind {
  store ptr %p, ptr @kept
  call void @increment(ptr %p) [ LAUNCH
  ret void
}
define void @changes_what_is_kept() noinline nounwind {
  %p = load ptr, ptr @kept
  %v = load i32, ptr %p
  %w = add i32 %v, 10
  store i32 %w, ptr %p
  ret void
}
define void @asks(ptr %p, ptr %y) noinline nounwind {
  %d = call ptr @omp_get_mapped_ptr(ptr %p, i32 0)
  %there = icmp ne ptr %d, null
  %bit = zext i1 %there to i32
  %v = load i32, ptr %y
  %w = add i32 %v, %bit
  store i32 %w, ptr %y
  ret void
}
define void @two(ptr %p, ptr %q) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  call void @increment(ptr %q) [ LAUNCH
  ret void
}
define void @half(ptr %p) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH_BYTES(32)
  ret void
}
define void @copied(ptr byval([16 x i32]) %p) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  ret void
}

define void @synchronizes(ptr %p, ptr %q) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  %v = load atomic i32, ptr %q acquire, align 4
  ret void
}
define void @other_type(ptr %p) noinline nounwind {
  call void @increment(ptr %p) [ LAUNCH
  ret void
}

define void @on_the_device(ptr %p) noinline nounwind {
  call void @increment(ptr %p) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.device"(i32 0) ]
  ret void
}
define void @lends(ptr %p) noinline nounwind {
  call void @on_the_device(ptr %p) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}

; ---- callers: what stands between two calls, in a loop of ten rounds

TEN_TIMES @saved_in_a_loop {
  call void @site(ptr %x)
}
TEN_TIMES @saved_where_functions_are_nested {
  call void @nested(ptr %x)
}
TEN_TIMES @saved_beside_a_site_of_its_own {
  call void @site(ptr %x)
  call void @increment(ptr %x) [ LAUNCH
}
TEN_TIMES @saved_where_the_size_is_computed {
  call void @sized(ptr %x, i64 16)
  call void @sized(ptr %y, i64 16)
}
TEN_TIMES @writes_between {
  call void @site(ptr %x)
  %v = load i32, ptr %x
  %w = mul i32 %v, 3
  store i32 %w, ptr %x
}
TEN_TIMES @callee_writes_first {
  call void @writes_first(ptr %x)
}
TEN_TIMES @callee_reads_behind {
  call void @reads_behind(ptr %x, ptr %y)
}
TEN_TIMES @saved_where_a_function_maps_perhaps_first {
  call void @perhaps(ptr %x, i32 %i)
  call void @site(ptr %x)
}
TEN_TIMES @saved_where_a_function_maps_perhaps_behind {
  call void @site(ptr %x)
  call void @perhaps(ptr %x, i32 %i)
}
TEN_TIMES @saved_where_functions_that_map_perhaps_are_nested {
  call void @perhaps_and_always(ptr %x, i32 %i)
  call void @perhaps(ptr %x, i32 %i)
}
TEN_TIMES @saved_where_a_function_that_maps_perhaps_comes_back {
  call void @loops_perhaps(ptr %x, i32 %i)
  call void @site(ptr %x)
}
TEN_TIMES @saved_where_what_is_perhaps_written_is_written_before {
  call void @site(ptr %x)
  call void @perhaps(ptr %x, i32 %i)
  call void @reader(ptr %x)
}
TEN_TIMES @kept_where_all_functions_map_perhaps {
  call void @perhaps(ptr %x, i32 %i)
  call void @perhaps(ptr %x, i32 %i)
}
TEN_TIMES @perhaps_written_where_others_only_read {
  call void @reader(ptr %x)
  call void @perhaps(ptr %x, i32 %i)
}
TEN_TIMES @perhaps_written_in_half {
  call void @site(ptr %x)
  call void @perhaps_half(ptr %x, i32 %i)
}
TEN_TIMES @perhaps_mapped_and_then_read {
  call void @site(ptr %x)
  call void @perhaps_and_reads(ptr %x, ptr %y, i32 %i)
}
TEN_TIMES @perhaps_mapped_and_then_written {
  call void @site(ptr %x)
  call void @perhaps_and_writes(ptr %x, i32 %i)
}
TEN_TIMES @perhaps_mapped_in_front_of_what_is_only_copied_back {
  call void @perhaps(ptr %x, i32 %i)
  call void @filler(ptr %x)
}
define void @saved_around_invokes(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind personality ptr @personality {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  invoke void @throws_nothing(ptr %x) to label %on unwind label %off
on:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
off:
  %l = landingpad { ptr, i32 } cleanup
  call void @abort()
  unreachable
done:
  ret void
}
define void @around_invokes_that_share_a_handler(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind personality ptr @personality {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on.again ]
  invoke void @throws_nothing(ptr %x) to label %on unwind label %off
on:
  invoke void @may_throw(i32 %i) to label %on.again unwind label %off
off:
  %l = landingpad { ptr, i32 } catch ptr null
  call void @increment(ptr %x) [ LAUNCH
  br label %on.again
on.again:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}
define void @around_invokes_that_meet_behind(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind personality ptr @personality {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  %b = trunc i32 %i to i1
  br i1 %b, label %one, label %other
one:
  invoke void @throws_nothing(ptr %x) to label %on unwind label %off
other:
  invoke void @throws_nothing(ptr %x) to label %on unwind label %off
off:
  %l = landingpad { ptr, i32 } catch ptr null
  br label %on
on:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}
TEN_TIMES @callee_calls_itself {
  call void @recursive(ptr %x, i32 3)
  call void @site(ptr %x)
}
TEN_TIMES @callee_may_be_replaced {
  call void @replaceable(ptr %x)
  call void @replaceable(ptr %x)
}
TEN_TIMES @callee_keeps_the_address {
  call void @remembers(ptr %x)
  call void @changes_what_is_kept()
}
TEN_TIMES @callee_asks_what_is_mapped {
  call void @site(ptr %x)
  call void @asks(ptr %x, ptr %y)
}
TEN_TIMES @one_memory_twice {
  call void @two(ptr %x, ptr %x)
}
TEN_TIMES @half_of_it_too {
  call void @half(ptr %x)
  call void @site(ptr %x)
}
define void @through_a_pointer(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %slot = alloca ptr
  store ptr @writes_first, ptr %slot
  %f = load volatile ptr, ptr %slot
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void %f(ptr %x)
  call void @site(ptr %x)
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}
TEN_TIMES @another_size {
  %n = zext i32 %i to i64
  call void @sized(ptr %x, i64 %n)
  call void @site(ptr %x)
}
define void @saved_of_an_allocation(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  %p = call ptr @malloc(i64 64)
  call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %x, i64 64, i1 false)
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @nested(ptr %p)
  call void @site(ptr %y)
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  call void @llvm.memcpy.p0.p0.i64(ptr %x, ptr %p, i64 64, i1 false)
  call void @free(ptr %p)
  ret void
}
TEN_TIMES @callee_gets_a_copy {
  call void @copied(ptr byval([16 x i32]) %x)
}
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
define void @kept_where_the_callee_synchronizes(ptr %x, ptr noalias nonnull %y) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @synchronizes(ptr %x, ptr %y)
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}
TEN_TIMES @kept_where_the_type_is_another {
  %a = ptrtoint ptr %x to i64
  call void @other_type(i64 %a)
}
define void @where_a_size_is_negative(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %yes ]
  call void @sized(ptr %x, i64 16)
  %never = icmp eq i32 %i, 99
  br i1 %never, label %no, label %yes
no:
  call void @sized(ptr %x, i64 -16)
  br label %yes
yes:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}
TEN_TIMES @callee_launches_on_memory_of_the_device {
  call void @lends(ptr %x)
  call void @site(ptr %y)
  call void @on_the_device(ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
}
