@table = external global [4 x i32], section "offload.device"

define void @k(ptr %y) "offload-kernel" {
  %v = load i32, ptr @table
  store i32 %v, ptr %y
  ret void
}
