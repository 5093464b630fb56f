; expect: error: extent: argument 'p' begins 4 bytes in front of 'a'; map inside of it at function 'run'

declare void @k(ptr)

define void @run() {
  %a = alloca [16 x float]
  %p = getelementptr i8, ptr %a, i64 -4
  call void @k(ptr %p) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
