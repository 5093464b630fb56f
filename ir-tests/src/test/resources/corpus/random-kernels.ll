; What the programs made by chance launch: each changes an array of integers, one element a thread, or
; all of it through pointers in slots.

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

define void @k_walk(ptr %x, i32 %k) "offload-kernel" {
start:
  %slot = alloca ptr
  store ptr %x, ptr %slot
  %end = getelementptr i32, ptr %x, i64 16
  br label %loop
loop:
  %p = load ptr, ptr %slot
  %v = load i32, ptr %p
  %w = add i32 %v, %k
  store i32 %w, ptr %p
  %n = getelementptr i32, ptr %p, i64 1
  store ptr %n, ptr %slot
  %more = icmp ne ptr %n, %end
  br i1 %more, label %loop, label %done
done:
  ret void
}

define void @k_choose(ptr %d, ptr %x) "offload-kernel" {
  %table = alloca [2 x ptr]
  %second = getelementptr ptr, ptr %table, i64 1
  store ptr %d, ptr %table
  store ptr %x, ptr %second
  %v = load i32, ptr %d
  %k = and i32 %v, 1
  %slot = getelementptr ptr, ptr %table, i32 %k
  %p = load ptr, ptr %slot
  %q = getelementptr i32, ptr %p, i64 3
  store i32 %v, ptr %q
  ret void
}

define void @k_copied(ptr %d, ptr %x) "offload-kernel" {
  %table = alloca [2 x ptr]
  %copy = alloca [2 x ptr]
  %second = getelementptr ptr, ptr %table, i64 1
  store ptr %d, ptr %table
  store ptr %x, ptr %second
  call void @llvm.memcpy.p0.p0.i64(ptr %copy, ptr %table, i64 16, i1 false)
  %p = load ptr, ptr %copy
  %slot = getelementptr i64, ptr %copy, i64 1
  %number = load i64, ptr %slot
  %q = inttoptr i64 %number to ptr
  %v = load i32, ptr %p
  %u = load i32, ptr %q
  %w = add i32 %v, %u
  store i32 %w, ptr %q
  store i32 %u, ptr %p
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
