; expect: error: extent: argument 'a' maps 128 bytes of 'a', which has 64 bytes; map no more than there is at function 'run'

declare void @k(ptr)

define void @run() {
  %n = alloca i64
  %a = alloca [16 x float]
  store i64 32, ptr %n
  %count = load i64, ptr %n
  %bytes = shl i64 %count, 2
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}
