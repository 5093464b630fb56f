; expect: error: host-use-of-device-memory: 'run' writes device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'run'

declare ptr @omp_target_alloc(i64, i32)

define ptr @run() {
  %p = call ptr @omp_target_alloc(i64 64, i32 0)
  store i64 1, ptr %p
  ret ptr %p
}
