; expect: warning: launch-bounds: the block of kernel 'k' has 128 threads in z; NVIDIA GPUs take at most 64 at function 'run'

declare void @k(i32)

define void @run(i32 %n) {
  call void @k(i32 %n) [ "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 128) ]
  ret void
}
