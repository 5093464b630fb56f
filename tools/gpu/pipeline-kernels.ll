; The kernels of the GPU check's second module.

define void @add_three(i64 %n, ptr align 8 %v) #0 {
  %i = call i64 @global.x()
  %inside = icmp slt i64 %i, %n
  br i1 %inside, label %compute, label %done
compute:
  %p = getelementptr inbounds i64, ptr %v, i64 %i
  %x = load i64, ptr %p, align 8
  %y = add i64 %x, 3
  store i64 %y, ptr %p, align 8
  br label %done
done:
  ret void
}

define void @multiply_by_ten(i64 %n, ptr align 8 %v) #0 {
  %i = call i64 @global.x()
  %inside = icmp slt i64 %i, %n
  br i1 %inside, label %compute, label %done
compute:
  %p = getelementptr inbounds i64, ptr %v, i64 %i
  %x = load i64, ptr %p, align 8
  %y = mul i64 %x, 10
  store i64 %y, ptr %p, align 8
  br label %done
done:
  ret void
}

define i64 @global.x() {
  %block = call i32 @offload.block.id(i32 0)
  %size = call i32 @offload.block.size(i32 0)
  %thread = call i32 @offload.thread.id(i32 0)
  %b = zext i32 %block to i64
  %s = zext i32 %size to i64
  %t = zext i32 %thread to i64
  %f = mul i64 %b, %s
  %i = add i64 %f, %t
  ret i64 %i
}

declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.thread.id(i32)

attributes #0 = { "offload-kernel" }
