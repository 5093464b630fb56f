; The launch does not say how much.
; expect: error: shared-memory: kernel 'k' uses shared memory of the launch's size, and the launch gives 0 bytes; say how many at function 'run'

@words = external global [0 x i32], section "offload.shared"

declare i32 @offload.thread.id(i32)

define void @put(i32 %t) {
  %q = getelementptr i32, ptr @words, i32 %t
  store i32 %t, ptr %q
  ret void
}

define void @k(ptr %x) {
  %t = call i32 @offload.thread.id(i32 0)
  call void @put(i32 %t)
  store i32 1, ptr %x
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
