; expect: warning: extent: argument 'a' maps no bytes, so the device sees nothing of it; give its size at function 'run'

declare void @k(ptr)

define void @run() {
  %a = alloca [16 x float]
  call void @k(ptr %a) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 0, i64 3) ]
  ret void
}
