; expect: warning: lifetime: argument 's' is mapped after its exit without the members that it was entered with, so pointers in it are the host's; exit it later, or name them here at function 'run'

declare void @k(ptr)
declare void @offload.data(...)

define void @run(i64 %bytes, ptr %values) {
  %s = alloca { i64, ptr }
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %values, ptr %at
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 %bytes, i64 1, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 0),
    "offload.member"(i32 0, i64 %bytes, i64 2, i64 8) ]
  call void @k(ptr %s) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
  ret void
}
