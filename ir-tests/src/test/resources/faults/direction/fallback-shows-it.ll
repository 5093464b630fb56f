; expect: warning: direction: kernel 'k' writes argument 'y', which is never copied back; map it 'from' or 'tofrom' at function 'run'

declare void @k(ptr, i32)

define void @on_host(ptr %y, i32 %n) {
  store i32 %n, ptr %y
  ret void
}

define void @run(ptr %y, i32 %n) {
  call void @k(ptr %y, i32 %n) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 0),
      "offload.fallback"(ptr @on_host) ]
  ret void
}
