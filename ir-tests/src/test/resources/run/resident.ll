; Programs with several sites. LAUNCH and HOST stand for the marks of a launch of 64 threads and of a library call, TO, FROM
; and BOTH for the map of an argument: its index and its bytes.

declare void @scale(ptr, float)
declare void @axpy(ptr, ptr, float)
declare void @apply(ptr, ptr, float)
declare void @fill(ptr, i32)
declare void @smooth(ptr, ptr)
declare void @multiply(ptr, ptr, ptr, ptr)
declare void @dot(ptr, ptr, ptr)
declare void @update(ptr, ptr, float)
declare void @sgemv(ptr readonly, ptr readonly, ptr) nounwind
declare void @tick(i32) nounwind
declare void @throw_at_three(ptr, i32)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()

define void @run_chain(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
  call void @apply(ptr %b, ptr %a, float 2.0) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  call void @apply(ptr %c, ptr %b, float 3.0) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  call void @axpy(ptr %a, ptr %c, float 0.5) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  call void @scale(ptr %a, float 0.25) [ LAUNCH, BOTH(0, 256) ]
  call void @axpy(ptr %a, ptr %b, float 0.5) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  ret void
}

define void @run_jacobi(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %sweep
sweep:
  %i = phi i32 [ 0, %entry ], [ %next, %sweep ]
  call void @smooth(ptr %b, ptr %a) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  call void @smooth(ptr %a, ptr %b) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %sweep, label %done
done:
  ret void
}

; diagonal and beside are read only; x is the solution, r the residual
define void @run_conjugate_gradient(ptr noalias nonnull %x, ptr noalias nonnull %diagonal, ptr noalias nonnull %beside) nounwind {
entry:
  %r = alloca [64 x float]
  %p = alloca [64 x float]
  %q = alloca [64 x float]
  %sum = alloca float
  call void @llvm.memcpy.p0.p0.i64(ptr %r, ptr %x, i64 256, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %x, i64 256, i1 false)
  call void @llvm.memset.p0.i64(ptr %x, i8 0, i64 256, i1 false)
  call void @dot(ptr %sum, ptr %r, ptr %r) [ LAUNCH, FROM(0, 4), TO(1, 256), TO(2, 256) ]
  %start = load float, ptr %sum
  br label %iterate
iterate:
  %i = phi i32 [ 0, %entry ], [ %next, %iterate ]
  %rr = phi float [ %start, %entry ], [ %rr.new, %iterate ]
  call void @multiply(ptr %q, ptr %diagonal, ptr %beside, ptr %p)
      [ LAUNCH, FROM(0, 256), TO(1, 256), TO(2, 256), TO(3, 256) ]
  call void @dot(ptr %sum, ptr %p, ptr %q) [ LAUNCH, FROM(0, 4), TO(1, 256), TO(2, 256) ]
  %pq = load float, ptr %sum
  %alpha = fdiv float %rr, %pq
  %minus = fneg float %alpha
  call void @axpy(ptr %x, ptr %p, float %alpha) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  call void @axpy(ptr %r, ptr %q, float %minus) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  call void @dot(ptr %sum, ptr %r, ptr %q) [ LAUNCH, FROM(0, 4), TO(1, 256), TO(2, 256) ]
  %rr.new = load float, ptr %sum
  %beta = fdiv float %rr.new, %rr
  call void @update(ptr %p, ptr %r, float %beta) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 8
  br i1 %more, label %iterate, label %done
done:
  ret void
}

define void @run_read_only_inputs(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @axpy(ptr %a, ptr %b, float 0.5) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  call void @axpy(ptr %a, ptr %c, float 0.25) [ LAUNCH, BOTH(0, 256), BOTH(1, 256) ]
  %seen = load float, ptr %b
  %big = fcmp ogt float %seen, 1.0e6
  %next = add i32 %i, 1
  %few = icmp ult i32 %next, 10
  %more = select i1 %big, i1 false, i1 %few
  br i1 %more, label %loop, label %done
done:
  ret void
}

define void @run_write_only_outputs(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @fill(ptr %a, i32 %i) [ LAUNCH, FROM(0, 256) ]
  call void @apply(ptr %b, ptr %a, float 2.0) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  call void @tick(i32 %i)
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}

define void @run_nested_loops(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %outer
outer:
  %i = phi i32 [ 0, %entry ], [ %i.next, %behind ]
  br label %inner
inner:
  %j = phi i32 [ 0, %outer ], [ %j.next, %inner ]
  call void @axpy(ptr %a, ptr %b, float 0.125) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %j.next = add i32 %j, 1
  %j.more = icmp ult i32 %j.next, 5
  br i1 %j.more, label %inner, label %behind
behind:
  call void @scale(ptr %a, float 0.5) [ LAUNCH, BOTH(0, 256) ]
  %i.next = add i32 %i, 1
  %i.more = icmp ult i32 %i.next, 4
  br i1 %i.more, label %outer, label %done
done:
  ret void
}

define void @run_early_exit(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  call void @axpy(ptr %a, ptr %b, float 1.0) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %stop = icmp eq i32 %i, 6
  br i1 %stop, label %found, label %on
on:
  call void @scale(ptr %b, float 0.75) [ LAUNCH, BOTH(0, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 20
  br i1 %more, label %loop, label %done
found:
  %first = load float, ptr %a
  store float %first, ptr %c
  ret void
done:
  ret void
}

; a loop that may not run at all, as C compilers write it without optimization
define void @run_tested_loop(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  %i.slot = alloca i32
  %a.slot = alloca ptr
  store i32 0, ptr %i.slot
  store ptr %a, ptr %a.slot
  br label %test
test:
  %i = load i32, ptr %i.slot
  %more = icmp slt i32 %i, 12
  br i1 %more, label %body, label %done
body:
  %data = load ptr, ptr %a.slot
  call void @axpy(ptr %data, ptr %b, float 1.0) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %i.old = load i32, ptr %i.slot
  %next = add i32 %i.old, 1
  store i32 %next, ptr %i.slot
  br label %test
done:
  ret void
}

; a cycle with two entries
define void @run_irreducible(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  %odd = load float, ptr %c
  %left = fcmp olt float %odd, 0.0
  br i1 %left, label %first, label %second
first:
  %i = phi i32 [ 0, %entry ], [ %next, %second ]
  call void @scale(ptr %a, float 0.5) [ LAUNCH, BOTH(0, 256) ]
  br label %second
second:
  %j = phi i32 [ 0, %entry ], [ %i, %first ]
  call void @axpy(ptr %a, ptr %b, float 1.0) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %next = add i32 %j, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %first, label %done
done:
  ret void
}

define void @run_unwinding(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  call void @axpy(ptr %a, ptr %b, float 1.0) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  invoke void @throw_at_three(ptr %a, i32 %i) [ HOST, BOTH(0, 256) ] to label %on unwind label %thrown
on:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
thrown:
  %caught = landingpad { ptr, i32 } catch ptr null
  %exception = extractvalue { ptr, i32 } %caught, 0
  %object = call ptr @__cxa_begin_catch(ptr %exception)
  call void @__cxa_end_catch()
  %first = load float, ptr %a
  store float %first, ptr %c
  ret void
done:
  ret void
}

; the host looks at the data every fourth time
define void @run_host_looks(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %on ]
  call void @axpy(ptr %a, ptr %b, float 1.0) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %rest = and i32 %i, 3
  %look = icmp eq i32 %rest, 3
  br i1 %look, label %looking, label %on
looking:
  %seen = load float, ptr %a
  %place = getelementptr float, ptr %c, i32 %i
  store float %seen, ptr %place
  br label %on
on:
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 12
  br i1 %more, label %loop, label %done
done:
  ret void
}

; the host changes the data every time
define void @run_host_writes(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %place = getelementptr float, ptr %a, i32 %i
  store float 7.0, ptr %place
  call void @scale(ptr %a, float 0.5) [ LAUNCH, BOTH(0, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}

define void @run_branches(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %join ]
  %rest = and i32 %i, 1
  %odd = icmp eq i32 %rest, 1
  br i1 %odd, label %left, label %right
left:
  call void @scale(ptr %a, float 0.5) [ LAUNCH, BOTH(0, 256) ]
  br label %join
right:
  call void @apply(ptr %b, ptr %a, float 2.0) [ LAUNCH, FROM(0, 256), TO(1, 256) ]
  br label %join
join:
  call void @axpy(ptr %a, ptr %b, float 0.25) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 8
  br i1 %more, label %loop, label %done
done:
  ret void
}

; the loop of the pull request
define void @run_library_calls(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @sgemv(ptr %a, ptr %b, ptr %c) [ HOST, BOTH(0, 24), BOTH(1, 12), BOTH(2, 8) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %loop, label %done
done:
  ret void
}

; kernels and library calls on the same data
define void @run_kernels_and_calls(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr noalias nonnull %c) nounwind {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @scale(ptr %c, float 0.5) [ LAUNCH, BOTH(0, 256) ]
  call void @sgemv(ptr %a, ptr %b, ptr %c) [ HOST, TO(0, 256), TO(1, 256), BOTH(2, 256) ]
  call void @axpy(ptr %a, ptr %c, float 0.5) [ LAUNCH, BOTH(0, 256), TO(1, 256) ]
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 6
  br i1 %more, label %loop, label %done
done:
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
