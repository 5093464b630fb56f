; expect: warning: lifetime: argument 's->8' is updated, and argument 's' was entered without it, so nothing is copied; enter it with the structure at function 'run'

declare void @offload.data(...)

define void @run(ptr nonnull %s, i64 %bytes) {
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1) ]
  call void (...) @offload.data(ptr %s) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 %bytes, i64 2, i64 8) ]
  ret void
}
