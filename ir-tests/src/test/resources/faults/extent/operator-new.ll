; expect: error: extent: argument 'p' maps 33 bytes of 'p', which has 32 bytes; map no more than there is at function 'run'

declare ptr @_Znam(i64)

declare void @k(ptr)

define void @run() {
  %p = call ptr @_Znam(i64 32)
  call void @k(ptr %p) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 33, i64 3) ]
  ret void
}
