; What the programs made by chance launch: each changes an array of integers, one element a thread.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define internal i32 @index() alwaysinline {
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %before = mul i32 %block, %threads
  %index = add i32 %before, %thread
  ret i32 %index
}

define void @k_rw(ptr %x, i32 %k) "offload-kernel" {
  %i = call i32 @index()
  %p = getelementptr i32, ptr %x, i32 %i
  %v = load i32, ptr %p
  %m = mul i32 %v, 3
  %w = add i32 %m, %k
  store i32 %w, ptr %p
  ret void
}

define void @k_mix(ptr %d, ptr %x) "offload-kernel" {
  %i = call i32 @index()
  %p = getelementptr i32, ptr %d, i32 %i
  %q = getelementptr i32, ptr %x, i32 %i
  %v = load i32, ptr %p
  %u = load i32, ptr %q
  %m = mul i32 %v, 5
  %w = add i32 %m, %u
  store i32 %w, ptr %p
  ret void
}

define void @k_fill(ptr %x, i32 %k) "offload-kernel" {
  %i = call i32 @index()
  %p = getelementptr i32, ptr %x, i32 %i
  %w = mul i32 %i, %k
  store i32 %w, ptr %p
  ret void
}
