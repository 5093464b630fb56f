
define internal void @put(ptr %place, i64 %value) {
  store i64 %value, ptr %place
  ret void
}

define void @k(ptr %y, i64 %n) "offload-kernel" {
  %p = getelementptr inbounds i64, ptr %y, i64 %n
  call void @put(ptr %p, i64 7)
  ret void
}
