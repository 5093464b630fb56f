; expect: warning: direction: kernel 'k' reads argument 'x', which is never copied in; map it 'to' or 'tofrom' at function 'run'
; expect: warning: direction: kernel 'k' writes argument 'y', which is never copied back; map it 'from' or 'tofrom' at function 'run'
; kernels: unoptimised-kernel.kernels.ll

declare void @k(ptr, ptr)

define void @run(ptr noalias %x, ptr noalias %y) {
  call void @k(ptr %x, ptr %y) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 2),
      "offload.map"(i32 1, i64 64, i64 1) ]
  ret void
}
