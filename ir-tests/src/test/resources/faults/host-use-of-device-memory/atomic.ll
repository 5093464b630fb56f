; expect: error: host-use-of-device-memory: 'count' atomically changes device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'count'

define void @count(ptr %a) {
  %old = atomicrmw add ptr %a, i32 1 seq_cst
  ret void
}

define void @run(ptr %x) {
  call void @count(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
