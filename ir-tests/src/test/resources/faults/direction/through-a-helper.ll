; expect: warning: direction: kernel 'k' writes argument 'y', which is never copied back; map it 'from' or 'tofrom' at function 'run'
; kernels: through-a-helper.kernels.ll

declare void @k(ptr, i64)

define void @run(ptr %y, i64 %n) {
  call void @k(ptr %y, i64 %n) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 1) ]
  ret void
}
