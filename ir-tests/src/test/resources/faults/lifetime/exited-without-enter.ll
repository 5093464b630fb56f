; expect: error: lifetime: argument 'x' is exited where no device has it, so nothing is copied back or released; enter it before at function 'run'

declare void @offload.data(...)

define i32 @run() {
  %x = alloca [4 x i32]
  store i32 1, ptr %x
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 2) ]
  %v = load i32, ptr %x
  ret i32 %v
}
