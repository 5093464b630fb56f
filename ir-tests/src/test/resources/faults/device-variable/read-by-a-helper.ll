; expect: warning: device-variable: kernel 'k' reads device variable 'table', which begins with zeros and which nobody fills; copy it with an update, or give it an initial value at function 'run'

@table = internal global [4 x i32] zeroinitializer, section "offload.device"
@filled = global i32 0, section "offload.device"
@begins = global i32 7, section "offload.device"
@counted = global i32 0, section "offload.device"

declare void @offload.data(...)

define internal i32 @element(i64 %i) {
  %p = getelementptr [4 x i32], ptr @table, i64 0, i64 %i
  %v = load i32, ptr %p
  ret i32 %v
}

define void @k(ptr %y) "offload-kernel" {
  %a = call i32 @element(i64 2)
  %b = load i32, ptr @filled
  %c = load i32, ptr @begins
  %d = load i32, ptr @counted
  %e = add i32 %d, 1
  store i32 %e, ptr @counted
  %ab = add i32 %a, %b
  %abc = add i32 %ab, %c
  store i32 %abc, ptr %y
  ret void
}

define void @run(ptr nonnull %y) {
  store i32 1, ptr @table
  call void (...) @offload.data(ptr @filled) [ "offload.update"(i64 -1), "offload.map"(i32 0, i64 4, i64 1) ]
  call void @k(ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 4, i64 2) ]
  ret void
}
