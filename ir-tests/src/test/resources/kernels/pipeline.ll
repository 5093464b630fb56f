; Two steps over the same data, which must come in order.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define internal i64 @place() {
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %threads = call i32 @offload.block.size(i32 0)
  %before = mul i32 %block, %threads
  %index = add i32 %before, %thread
  %i = zext i32 %index to i64
  ret i64 %i
}

define void @add_three(ptr %values, i64 %n) "offload-kernel" {
entry:
  %i = call i64 @place()
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %work, label %exit

work:
  %p = getelementptr i64, ptr %values, i64 %i
  %v = load i64, ptr %p
  %w = add i64 %v, 3
  store i64 %w, ptr %p
  br label %exit

exit:
  ret void
}

define void @multiply_by_ten(ptr %values, i64 %n) "offload-kernel" {
entry:
  %i = call i64 @place()
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %work, label %exit

work:
  %p = getelementptr i64, ptr %values, i64 %i
  %v = load i64, ptr %p
  %w = mul i64 %v, 10
  store i64 %w, ptr %p
  br label %exit

exit:
  ret void
}
