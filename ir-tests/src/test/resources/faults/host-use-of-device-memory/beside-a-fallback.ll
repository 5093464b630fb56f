; expect: error: host-use-of-device-memory: 'run' reads device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'run'

declare ptr @omp_target_alloc(i64, i32)
declare void @k(ptr)

define void @on_host(ptr %x) {
  store i32 1, ptr %x
  ret void
}

define i32 @run() {
  %d = call ptr @omp_target_alloc(i64 4, i32 0)
  call void @k(ptr %d) [
      "offload"(i1 false, i64 0),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
      "offload.device"(i32 0), "offload.fallback"(ptr @on_host) ]
  %v = load i32, ptr %d
  ret i32 %v
}
