; expect: error: lifetime: argument 'x' is exited once more than it is entered, which does nothing; exit it once for each enter at function 'run'

declare void @offload.data(...)
declare void @other()

define i32 @run() {
  %x = alloca [4 x i32]
  store i32 1, ptr %x
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  call void @other()
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 2) ]
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 2) ]
  %v = load i32, ptr %x
  ret i32 %v
}
