; A kernel without parameters.

define void @nothing() "offload-kernel" {
  ret void
}
