; One of two modules of a program whose symbols have the same names.

@value = global i32 2

define i32 @next_value() noinline {
  %v = load i32, ptr @value
  %w = add i32 %v, 10
  store i32 %w, ptr @value
  ret i32 %w
}

define void @fill(ptr %out) "offload-kernel" {
  %v = call i32 @next_value()
  store i32 %v, ptr %out
  ret void
}
