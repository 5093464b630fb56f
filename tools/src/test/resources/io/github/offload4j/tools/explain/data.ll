declare void @offload.data(...)
define void @run(ptr nonnull %x, i64 %n, i64 %s) {
  call void (...) @offload.data(ptr %x) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 1600, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 0, i64 2), "offload.section"(i32 0, i64 8, i64 0, i64 10, i64 20, i64 3, i64 1, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 0, i64 1), "offload.section"(i32 0, i64 8, i64 0, i64 %n, i64 %s, i64 3, i64 5, i64 1) ]
  call void (...) @offload.data(ptr %x) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 1600, i64 8) ]
  ret void
}
