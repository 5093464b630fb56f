; Functions that kernels call, some of which stay functions; one asks for the thread itself.

declare i32 @offload.thread.id(i32)

define i32 @square(i32 %n) noinline {
  %v = mul i32 %n, %n
  ret i32 %v
}

define weak_odr i32 @square_of_thread() noinline {
  %thread = call i32 @offload.thread.id(i32 0)
  %v = call i32 @square(i32 %thread)
  ret i32 %v
}

define hidden i32 @unused(i32 %n) {
  ret i32 %n
}

define void @squares(ptr %out) "offload-kernel" {
  %thread = call i32 @offload.thread.id(i32 0)
  %v = call i32 @square_of_thread()
  %p = getelementptr i32, ptr %out, i32 %thread
  store i32 %v, ptr %p
  ret void
}

define void @square_of(ptr %out, i32 %n) "offload-kernel" {
  %v = call i32 @square(i32 %n)
  store i32 %v, ptr %out
  ret void
}
