; Lanes of one warp, which some processors keep in step.
; expect: warning: race: kernel 'k': thread 1 of a block writes byte 4 of the launch's shared memory, which thread 0 reads without a barrier in between at function 'k'

declare i32 @offload.thread.id(i32)
declare ptr @offload.shared.dynamic()

define void @k(ptr %x) {
  %t = call i32 @offload.thread.id(i32 0)
  %s = call ptr @offload.shared.dynamic()
  %own = getelementptr i32, ptr %s, i32 %t
  store i32 %t, ptr %own
  %other = xor i32 %t, 1
  %there = getelementptr i32, ptr %s, i32 %other
  %v = load i32, ptr %there
  %to = getelementptr i32, ptr %x, i32 %t
  store i32 %v, ptr %to
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.shared"(i32 256),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
