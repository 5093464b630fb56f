; expect: warning: device-variable: argument 'table' is a device variable, which every device has from the beginning, so that mapping it copies nothing; copy it with an update at function 'run'

@table = global [4 x i32] zeroinitializer, section "offload.device"

declare void @k(ptr)

define void @run() {
  call void @k(ptr @table) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
  ret void
}
