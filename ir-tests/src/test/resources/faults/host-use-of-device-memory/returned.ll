; expect: error: host-use-of-device-memory: 'run' reads device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'run'

define ptr @skip(ptr %a) {
  %p = getelementptr inbounds float, ptr %a, i64 4
  ret ptr %p
}

define float @run(ptr %x) {
  %p = call ptr @skip(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 1) ]
  %v = load float, ptr %p
  ret float %v
}
