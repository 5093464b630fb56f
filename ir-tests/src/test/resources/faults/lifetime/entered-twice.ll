; expect: warning: lifetime: argument 'table' is entered while it is mapped, so nothing is copied to the device; update it, or map it 'always' at function 'run'

@table = global [4 x i32] zeroinitializer

declare void @offload.data(...)

define void @run(i32 %v) {
  call void (...) @offload.data(ptr @table) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  store i32 %v, ptr @table
  call void (...) @offload.data(ptr @table) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  ret void
}
