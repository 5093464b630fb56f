; expect: error: extent: argument 'a' maps 800 bytes of 'a', which has 400 bytes; map no more than there is at function 'run'

declare void @k(ptr)

define void @run() {
  %a = alloca i32, i64 100
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 800, i64 3) ]
  ret void
}
