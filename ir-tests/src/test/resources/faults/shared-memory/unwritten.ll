; The sum begins with what nobody has stored.
; expect: error: shared-memory: kernel 'k': thread 0 of a block reads byte 0 of 'sum', which nobody has written yet; shared memory begins with anything at function 'k'

@sum = internal global i32 0, section "offload.shared"

declare i32 @offload.thread.id(i32)

define void @k(ptr %x) {
  %t = call i32 @offload.thread.id(i32 0)
  %first = icmp eq i32 %t, 0
  br i1 %first, label %add, label %out

add:
  %v = load i32, ptr @sum
  %w = add i32 %v, 1
  store i32 %w, ptr @sum
  store i32 %w, ptr %x
  br label %out

out:
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
