; expect: warning: lifetime: argument 'x' is entered and never exited, and stays mapped when the function has returned and its memory is another's; exit it at function 'run'

declare void @k(ptr)
declare void @offload.data(...)

define void @run() {
  %x = alloca [4 x i32]
  store i32 1, ptr %x
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
  ret void
}
