; Every thread of a grid in three dimensions leaves what it knows about its place, where only it should be.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)

define void @indices(ptr %out) "offload-kernel" {
  %tx = call i32 @offload.thread.id(i32 0)
  %ty = call i32 @offload.thread.id(i32 1)
  %tz = call i32 @offload.thread.id(i32 2)
  %bx = call i32 @offload.block.id(i32 0)
  %by = call i32 @offload.block.id(i32 1)
  %bz = call i32 @offload.block.id(i32 2)
  %sx = call i32 @offload.block.size(i32 0)
  %sy = call i32 @offload.block.size(i32 1)
  %sz = call i32 @offload.block.size(i32 2)
  %gx = call i32 @offload.grid.size(i32 0)
  %gy = call i32 @offload.grid.size(i32 1)
  %gz = call i32 @offload.grid.size(i32 2)

  ; The place: blocks and threads counted with x fastest.
  %b0 = mul i32 %bz, %gy
  %b1 = add i32 %b0, %by
  %b2 = mul i32 %b1, %gx
  %b = add i32 %b2, %bx
  %t0 = mul i32 %tz, %sy
  %t1 = add i32 %t0, %ty
  %t2 = mul i32 %t1, %sx
  %t = add i32 %t2, %tx
  %s0 = mul i32 %sx, %sy
  %s = mul i32 %s0, %sz
  %p0 = mul i32 %b, %s
  %place = add i32 %p0, %t
  %record = getelementptr [13 x i32], ptr %out, i32 %place

  %v0 = load i32, ptr %record
  %v0.more = add i32 %v0, 1
  store i32 %v0.more, ptr %record
  %r1 = getelementptr [13 x i32], ptr %record, i32 0, i32 1
  store i32 %tx, ptr %r1
  %r2 = getelementptr [13 x i32], ptr %record, i32 0, i32 2
  store i32 %ty, ptr %r2
  %r3 = getelementptr [13 x i32], ptr %record, i32 0, i32 3
  store i32 %tz, ptr %r3
  %r4 = getelementptr [13 x i32], ptr %record, i32 0, i32 4
  store i32 %bx, ptr %r4
  %r5 = getelementptr [13 x i32], ptr %record, i32 0, i32 5
  store i32 %by, ptr %r5
  %r6 = getelementptr [13 x i32], ptr %record, i32 0, i32 6
  store i32 %bz, ptr %r6
  %r7 = getelementptr [13 x i32], ptr %record, i32 0, i32 7
  store i32 %sx, ptr %r7
  %r8 = getelementptr [13 x i32], ptr %record, i32 0, i32 8
  store i32 %sy, ptr %r8
  %r9 = getelementptr [13 x i32], ptr %record, i32 0, i32 9
  store i32 %sz, ptr %r9
  %r10 = getelementptr [13 x i32], ptr %record, i32 0, i32 10
  store i32 %gx, ptr %r10
  %r11 = getelementptr [13 x i32], ptr %record, i32 0, i32 11
  store i32 %gy, ptr %r11
  %r12 = getelementptr [13 x i32], ptr %record, i32 0, i32 12
  store i32 %gz, ptr %r12
  ret void
}
