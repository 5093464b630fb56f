
define void @k(ptr %x, ptr %y) "offload-kernel" {
  %v = load float, ptr %x
  store float %v, ptr %y
  ret void
}
