; All threads store their number at one place, in the section that C has for shared memory.
; expect: error: race: kernel 'k': thread 0 of a block writes byte 0 of 's', which thread 32 writes something else to without a barrier in between at function 'k'

@s = internal global i32 0, section "offload.shared"

declare i32 @offload_thread_id(i32)
declare void @offload_barrier()

define void @k(ptr %x) {
  %t = call i32 @offload_thread_id(i32 0)
  store i32 %t, ptr @s
  call void @offload_barrier()
  %v = load i32, ptr @s
  store i32 %v, ptr %x
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
