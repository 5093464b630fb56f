; expect: error: lifetime: argument 's' is updated after its exit, so nothing is copied; update it before at function 'run'
; expect: error: lifetime: argument 's->8' is updated after its exit, so nothing is copied; update it before at function 'run'

declare void @offload.data(...)

define double @run() {
  %values = alloca [4 x double]
  %s = alloca { i64, ptr }
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %values, ptr %at
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 32, i64 1, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 0),
    "offload.member"(i32 0, i64 32, i64 0, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 16, i64 2),
    "offload.member"(i32 0, i64 32, i64 2, i64 8) ]
  ret double 0.0
}
