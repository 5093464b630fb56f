; expect: warning: direction: kernel 'k' reads argument 'work', which is never copied in; map it 'to' or 'tofrom' at function 'run'

define void @k(ptr %work, ptr %y) {
  call void @llvm.memcpy.p0.p0.i64(ptr %y, ptr %work, i64 64, i1 false)
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

define void @run(ptr noalias %work, ptr noalias %y) {
  call void @k(ptr %work, ptr %y) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 0),
      "offload.map"(i32 1, i64 64, i64 2) ]
  ret void
}
