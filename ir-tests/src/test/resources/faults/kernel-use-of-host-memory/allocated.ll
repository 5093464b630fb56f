; expect: error: kernel-use-of-host-memory: kernel 'k' gets the host address of heap memory 'p' as argument 'p'; map it, or pass a device pointer at function 'run'

declare ptr @malloc(i64)
declare void @k(ptr)

define void @run() {
  %p = call ptr @malloc(i64 64)
  call void @k(ptr %p) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.device"(i32 0) ]
  ret void
}
