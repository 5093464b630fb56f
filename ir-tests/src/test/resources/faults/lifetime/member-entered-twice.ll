; expect: warning: lifetime: argument 's' is entered while it is mapped, so nothing is copied to the device; update it, or map it 'always' at function 'run'
; expect: warning: lifetime: argument 's->8' is entered while it is mapped, so nothing is copied to the device; update it, or map it 'always' at function 'run'

declare void @offload.data(...)

define void @run() {
  %values = alloca [4 x double]
  %s = alloca { i64, ptr }
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %values, ptr %at
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 32, i64 1, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.enter"(i64 0), "offload.map"(i32 0, i64 16, i64 1),
    "offload.member"(i32 0, i64 32, i64 1, i64 8) ]
  call void (...) @offload.data(ptr %s) [ "offload.exit"(i64 0), "offload.map"(i32 0, i64 16, i64 8),
    "offload.member"(i32 0, i64 32, i64 8, i64 8) ]
  ret void
}
