; expect: error: extent: the size of argument 'a' is -16 bytes, which stops the program; give a size that is not negative at function 'run'

declare void @k(ptr)

define void @run() {
  %a = alloca [16 x float]
  %bytes = sub i64 16, 32
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}
