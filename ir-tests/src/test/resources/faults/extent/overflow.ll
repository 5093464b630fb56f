; expect: error: extent: the size of argument 'a' does not fit its integer type and wraps around; map less at function 'run'

declare void @k(ptr)

define void @run() {
  %a = alloca [16 x float]
  %bytes = mul i64 4611686018427387904, 8
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}
