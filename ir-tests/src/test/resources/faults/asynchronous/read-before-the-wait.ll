; expect: error: asynchronous: 'run' reads the memory of argument 'table' while the asynchronous site that maps it may still run; wait for the site before at function 'run'

@table = global [4 x i32] zeroinitializer

declare void @k(ptr)
declare void @offload.data(...)

define i32 @run() {
  call void @k(ptr @table) [
      "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4, i32 1, i32 1),
      "offload.map"(i32 0, i64 16, i64 3), "offload.nowait"() ]
  %v = load i32, ptr @table
  call void (...) @offload.data() [ "offload.wait"(i64 0) ]
  ret i32 %v
}
