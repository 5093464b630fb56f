; expect: error: asynchronous: 'run' calls 'free' on the memory of argument 'x' while the asynchronous site that maps it may still run; wait for the site before at function 'run'

declare void @k(ptr)
declare void @free(ptr)
declare void @offload.data(...)

define void @run(ptr %x, i64 %n) {
  %bytes = mul i64 %n, 4
  call void @k(ptr %x) [
      "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3), "offload.nowait"(), "offload.depend"(i32 0, i32 3) ]
  call void @free(ptr %x)
  call void (...) @offload.data() [ "offload.wait"(i64 0) ]
  ret void
}
