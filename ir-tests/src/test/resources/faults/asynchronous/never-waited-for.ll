; expect: warning: asynchronous: the site goes on after this, and nothing in this module waits for it; wait before its results are used at function 'run'

declare void @k(ptr)

define void @run(ptr %x) {
  call void @k(ptr %x) [
      "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4, i32 1, i32 1),
      "offload.map"(i32 0, i64 16, i64 3), "offload.nowait"() ]
  ret void
}
