; expect: error: update: argument 'x' is updated where no device has it, so nothing is copied; map it around the update, or make it a device variable at function 'run'

declare void @k(ptr)

declare void @offload.data(...)

define i32 @run() {
  %x = alloca [4 x i32]
  store i32 1, ptr %x
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.update"(i64 -1), "offload.map"(i32 0, i64 16, i64 2) ]
  %v = load i32, ptr %x
  ret i32 %v
}
