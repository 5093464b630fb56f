; A table that never changes, and a variable that lives as long as the image.

@weights = constant [4 x i32] [i32 3, i32 5, i32 7, i32 11]
@launches = global i32 40

define void @weight(ptr %out, i32 %which) "offload-kernel" {
  %i = and i32 %which, 3
  %p = getelementptr [4 x i32], ptr @weights, i32 0, i32 %i
  %w = load i32, ptr %p
  store i32 %w, ptr %out
  %before = load i32, ptr @launches
  %now = add i32 %before, 1
  store i32 %now, ptr @launches
  %out.launches = getelementptr i32, ptr %out, i32 1
  store i32 %now, ptr %out.launches
  ret void
}
