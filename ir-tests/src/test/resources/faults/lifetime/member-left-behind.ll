; expect: warning: lifetime: argument 's' is exited without argument 's->8', which was entered with it and stays mapped; exit it too at function 'run'

declare void @offload.data(...)

define void @run(ptr nonnull %s, i64 %bytes) {
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 %bytes, i64 1, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 0) ]
  ret void
}
