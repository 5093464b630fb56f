; expect: error: extent: argument 'table' maps 20 bytes of 'table', which has 16 bytes; map no more than there is at function 'run'

@table = global [4 x i32] zeroinitializer, section "offload.device"

declare void @offload.data(...)

define void @run() {
  call void (...) @offload.data(ptr @table) [ "offload.update"(i64 -1), "offload.map"(i32 0, i64 20, i64 1) ]
  ret void
}
