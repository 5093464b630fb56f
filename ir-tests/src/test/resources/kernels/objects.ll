; A kernel that gets an object by value, whose size its launch knows.

define void @copy_object(ptr %out, ptr byval([4 x i64]) align 8 %object) #0 {
  %value = load [4 x i64], ptr %object, align 8
  store [4 x i64] %value, ptr %out, align 8
  ret void
}

; Adds to the last of so many times the structure's count of numbers.
define void @increment_last(ptr %structure, i32 %times) #0 {
  %count = load i64, ptr %structure, align 8
  %wide = sext i32 %times to i64
  %all = mul i64 %count, %wide
  %last = sub i64 %all, 1
  %place = getelementptr i8, ptr %structure, i64 8
  %numbers = load ptr, ptr %place, align 8
  %number = getelementptr i64, ptr %numbers, i64 %last
  %before = load i64, ptr %number, align 8
  %after = add i64 %before, 1
  store i64 %after, ptr %number, align 8
  ret void
}

attributes #0 = { "offload-kernel" }
