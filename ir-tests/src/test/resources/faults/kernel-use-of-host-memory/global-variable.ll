; expect: error: kernel-use-of-host-memory: kernel 'k' gets the host address of a global variable 'table' as argument 'table'; map it, or pass a device pointer at function 'run'

@table = global [16 x float] zeroinitializer

declare void @k(ptr, i32)

define void @run(i32 %n) {
  call void @k(ptr @table, i32 %n) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.device"(i32 0) ]
  ret void
}
