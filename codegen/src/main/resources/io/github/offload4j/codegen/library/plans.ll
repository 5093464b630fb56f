; What a program has told of its plans, which the libraries that made them do not tell: a list with one element a plan, which
; stays when the plan is forgotten and serves the next one of that number.

; The plan, its two sizes, the second of them -1 where the plan is forgotten, and the next element.
%offload.plan = type { i64, i32, i32, ptr }

; The C library's mutex, zero at first, and room for that of any target.
@.offload_plans_lock.v1 = linkonce_odr hidden global [64 x i8] zeroinitializer, align 8
@.offload_plans.v1 = linkonce_odr hidden global ptr null, align 8

declare i32 @pthread_mutex_lock(ptr) nounwind
declare i32 @pthread_mutex_unlock(ptr) nounwind
declare noalias ptr @calloc(i64, i64) nounwind
declare i32 @dprintf(i32, ptr, ...) nounwind
declare void @abort() noreturn nounwind

; Returns the element of a plan, or null; for those who have the lock.
define linkonce_odr hidden ptr @.offload_plan_find.v1(i64 %plan) noinline nounwind {
entry:
  %first = load ptr, ptr @.offload_plans.v1, align 8
  br label %next

next:
  %element = phi ptr [ %first, %entry ], [ %following, %other ]
  %ends = icmp eq ptr %element, null
  br i1 %ends, label %done, label %look

look:
  %its = load i64, ptr %element, align 8
  %found = icmp eq i64 %its, %plan
  br i1 %found, label %done, label %other

other:
  %following.at = getelementptr %offload.plan, ptr %element, i32 0, i32 3
  %following = load ptr, ptr %following.at, align 8
  br label %next

done:
  ret ptr %element
}

; Remembers the sizes of a plan. Where there is no memory for it the plan stays unknown.
define linkonce_odr hidden void @.offload_plan_set.v1(i64 %plan, i32 %n, i32 %lines) noinline nounwind {
entry:
  %locked = call i32 @pthread_mutex_lock(ptr @.offload_plans_lock.v1)
  %known = call ptr @.offload_plan_find.v1(i64 %plan)
  %new = icmp eq ptr %known, null
  br i1 %new, label %make, label %write

make:
  %made = call ptr @calloc(i64 1, i64 24)
  %none = icmp eq ptr %made, null
  br i1 %none, label %done, label %enter

enter:
  store i64 %plan, ptr %made, align 8
  %first = load ptr, ptr @.offload_plans.v1, align 8
  %following.at = getelementptr %offload.plan, ptr %made, i32 0, i32 3
  store ptr %first, ptr %following.at, align 8
  store ptr %made, ptr @.offload_plans.v1, align 8
  br label %write

write:
  %element = phi ptr [ %known, %entry ], [ %made, %enter ]
  %n.at = getelementptr %offload.plan, ptr %element, i32 0, i32 1
  store i32 %n, ptr %n.at, align 8
  %lines.at = getelementptr %offload.plan, ptr %element, i32 0, i32 2
  store i32 %lines, ptr %lines.at, align 4
  br label %done

done:
  %unlocked = call i32 @pthread_mutex_unlock(ptr @.offload_plans_lock.v1)
  ret void
}

; Stops the program with a message when a plan is known with other sizes: the message gets those that are given, then the plan's.
define linkonce_odr hidden void @.offload_plan_check.v1(i64 %plan, i32 %n, i32 %lines, ptr %message) noinline nounwind {
entry:
  %locked = call i32 @pthread_mutex_lock(ptr @.offload_plans_lock.v1)
  %element = call ptr @.offload_plan_find.v1(i64 %plan)
  %unknown = icmp eq ptr %element, null
  br i1 %unknown, label %right, label %look

look:
  %n.at = getelementptr %offload.plan, ptr %element, i32 0, i32 1
  %its.n = load i32, ptr %n.at, align 8
  %lines.at = getelementptr %offload.plan, ptr %element, i32 0, i32 2
  %its.lines = load i32, ptr %lines.at, align 4
  %forgotten = icmp eq i32 %its.lines, -1
  %same.n = icmp eq i32 %its.n, %n
  %same.lines = icmp eq i32 %its.lines, %lines
  %same = and i1 %same.n, %same.lines
  %fits = or i1 %forgotten, %same
  br i1 %fits, label %right, label %wrong

wrong:
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr %message, i32 %n, i32 %lines, i32 %its.n, i32 %its.lines)
  call void @abort()
  unreachable

right:
  %unlocked = call i32 @pthread_mutex_unlock(ptr @.offload_plans_lock.v1)
  ret void
}

; What specs call: plans are pointers for FFTW, and numbers for cuFFT, whose functions return a status.
define linkonce_odr hidden void @offload_know_plan(ptr %plan, i32 %n, i32 %lines) noinline nounwind {
  %key = ptrtoint ptr %plan to i64
  call void @.offload_plan_set.v1(i64 %key, i32 %n, i32 %lines)
  ret void
}

define linkonce_odr hidden void @offload_forget_plan(ptr %plan) noinline nounwind {
  %key = ptrtoint ptr %plan to i64
  call void @.offload_plan_set.v1(i64 %key, i32 0, i32 -1)
  ret void
}

define linkonce_odr hidden i32 @offload_know_numbered_plan(i32 %plan, i32 %n, i32 %lines) noinline nounwind {
  %key = zext i32 %plan to i64
  call void @.offload_plan_set.v1(i64 %key, i32 %n, i32 %lines)
  ret i32 0
}

define linkonce_odr hidden i32 @offload_forget_numbered_plan(i32 %plan) noinline nounwind {
  %key = zext i32 %plan to i64
  call void @.offload_plan_set.v1(i64 %key, i32 0, i32 -1)
  ret i32 0
}
