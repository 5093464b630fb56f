; expect: error: extent: argument 'p' maps 48 bytes of 'table' from byte 32, which has 64 bytes; map no more than there is at function 'run'

@table = global [16 x float] zeroinitializer

declare void @k(ptr)

define void @run() {
  %p = getelementptr inbounds [16 x float], ptr @table, i64 0, i64 8
  call void @k(ptr %p) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 48, i64 3) ]
  ret void
}
