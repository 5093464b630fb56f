; Half of a warp asks, the other half waits for its block.
; expect: error: divergence: kernel 'k': thread 0 of a block comes to 'offload.shuffle.down.i32' and thread 16 of its warp to 'offload.barrier'; all lanes of a warp come to such a call together at function 'k'

declare i32 @offload_lane_id()
declare i32 @offload_shuffle_down_i32(i32, i32)
declare void @offload_barrier()

define i32 @sum(i32 %v) noinline {
  %w = call i32 @offload_shuffle_down_i32(i32 %v, i32 8)
  %s = add i32 %v, %w
  ret i32 %s
}

define void @k(ptr %x) {
  %lane = call i32 @offload_lane_id()
  %c = icmp slt i32 %lane, 16
  br i1 %c, label %some, label %all

some:
  %v = call i32 @sum(i32 %lane)
  store i32 %v, ptr %x
  br label %all

all:
  call void @offload_barrier()
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
