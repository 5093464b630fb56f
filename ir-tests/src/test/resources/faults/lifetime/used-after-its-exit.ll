; expect: error: lifetime: argument 'x' has to be mapped already ('present'), and no device has it here, which stops the program; enter it first at function 'run'

declare void @k(ptr)
declare void @offload.data(...)

define void @run() {
  %x = alloca [4 x i32]
  store i32 1, ptr %x
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 0) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 4097) ]
  ret void
}
