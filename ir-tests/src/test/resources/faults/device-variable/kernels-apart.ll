; expect: warning: device-variable: kernel 'k' reads device variable 'table', which begins with zeros and which nobody fills; copy it with an update, or give it an initial value at function 'run'
; kernels: kernels-apart.kernels.ll

@table = global [4 x i32] zeroinitializer, section "offload.device"

declare void @k(ptr)

declare void @offload.data(...)

define void @run(ptr nonnull %y) {
  store i32 1, ptr @table
  call void @k(ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 4, i64 2) ]
  call void (...) @offload.data(ptr @table) [ "offload.update"(i64 -1), "offload.map"(i32 0, i64 16, i64 2) ]
  ret void
}
