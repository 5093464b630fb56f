; What a C++ program is linked with that is run in somebody else's process: its destructors run when it ends, not when the
; process does, since its code is gone by then.

@offload4j.dso_handle = constant i8 0
@offload4j.at_exit = internal global ptr null
@llvm.global_dtors = appending global [1 x { i32, ptr, ptr }]
    [{ i32, ptr, ptr } { i32 0, ptr @offload4j.run_at_exit, ptr null }]

declare ptr @malloc(i64)
declare void @free(ptr)

; A list of { next, function, argument }, the last one first.
define i32 @offload4j.cxa_atexit(ptr %function, ptr %argument, ptr %object) {
  %entry = call ptr @malloc(i64 24)
  %none = icmp eq ptr %entry, null
  br i1 %none, label %failed, label %known
known:
  %next = load ptr, ptr @offload4j.at_exit
  store ptr %next, ptr %entry
  %second = getelementptr i8, ptr %entry, i64 8
  store ptr %function, ptr %second
  %third = getelementptr i8, ptr %entry, i64 16
  store ptr %argument, ptr %third
  store ptr %entry, ptr @offload4j.at_exit
  ret i32 0
failed:
  ret i32 -1
}

define internal void @offload4j.run_at_exit() {
  br label %look
look:
  %entry = load ptr, ptr @offload4j.at_exit
  %done = icmp eq ptr %entry, null
  br i1 %done, label %end, label %one
one:
  %next = load ptr, ptr %entry
  store ptr %next, ptr @offload4j.at_exit
  %second = getelementptr i8, ptr %entry, i64 8
  %function = load ptr, ptr %second
  %third = getelementptr i8, ptr %entry, i64 16
  %argument = load ptr, ptr %third
  call void @free(ptr %entry)
  call void %function(ptr %argument)
  br label %look
end:
  ret void
}
