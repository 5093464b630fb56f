; expect: warning: launch-bounds: the grid of kernel 'k' has 70000 blocks in y; NVIDIA GPUs take at most 65535 at function 'run'

declare void @k(i32)

define void @run(i32 %n) {
  call void @k(i32 %n) [ "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 70000, i32 1), "offload.block"(i32 64, i32 1, i32 1) ]
  ret void
}
