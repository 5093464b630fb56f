; The first threads wait twice, the others once.
; expect: error: divergence: kernel 'k': thread 0 of a block comes to 'offload.barrier' and thread 16 to another call of it; all threads of a block come to a barrier together at function 'k'

declare i32 @offload.thread.id(i32)
declare void @offload.barrier()

define void @k(ptr %x) {
  %t = call i32 @offload.thread.id(i32 0)
  %c = icmp ult i32 %t, 16
  br i1 %c, label %some, label %all

some:
  call void @offload.barrier()
  br label %all

all:
  call void @offload.barrier()
  store i32 1, ptr %x
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
