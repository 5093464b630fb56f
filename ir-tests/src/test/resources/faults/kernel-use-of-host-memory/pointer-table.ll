; expect: warning: kernel-use-of-host-memory: kernel 'k' follows the pointer in argument 'rows', which is copied as it is; make sure that it is a device address at function 'run'
; kernels: pointer-table.kernels.ll

declare void @k(ptr, i64)

define void @run(ptr %rows, i64 %n) {
  call void @k(ptr %rows, i64 %n) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 128, i64 1) ]
  ret void
}
