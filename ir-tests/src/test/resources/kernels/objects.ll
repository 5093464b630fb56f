; A kernel that gets an object by value, whose size its launch knows.

define void @copy_object(ptr %out, ptr byval([4 x i64]) align 8 %object) #0 {
  %value = load [4 x i64], ptr %object, align 8
  store [4 x i64] %value, ptr %out, align 8
  ret void
}

attributes #0 = { "offload-kernel" }
