; A scalar of every kind, widened or stored as it comes: signed, unsigned and as bits.

define void @scalars(ptr %out, i1 %flag, i8 %byte, i16 %word, i32 %integer, i64 %wide, half %half, float %single, double %real) "offload-kernel" {
  %flag.unsigned = zext i1 %flag to i64
  store i64 %flag.unsigned, ptr %out
  %p1 = getelementptr i64, ptr %out, i64 1
  %flag.signed = sext i1 %flag to i64
  store i64 %flag.signed, ptr %p1
  %p2 = getelementptr i64, ptr %out, i64 2
  %byte.unsigned = zext i8 %byte to i64
  store i64 %byte.unsigned, ptr %p2
  %p3 = getelementptr i64, ptr %out, i64 3
  %byte.signed = sext i8 %byte to i64
  store i64 %byte.signed, ptr %p3
  %p4 = getelementptr i64, ptr %out, i64 4
  %word.unsigned = zext i16 %word to i64
  store i64 %word.unsigned, ptr %p4
  %p5 = getelementptr i64, ptr %out, i64 5
  %word.signed = sext i16 %word to i64
  store i64 %word.signed, ptr %p5
  %p6 = getelementptr i64, ptr %out, i64 6
  %integer.unsigned = zext i32 %integer to i64
  store i64 %integer.unsigned, ptr %p6
  %p7 = getelementptr i64, ptr %out, i64 7
  %integer.signed = sext i32 %integer to i64
  store i64 %integer.signed, ptr %p7
  %p8 = getelementptr i64, ptr %out, i64 8
  store i64 %wide, ptr %p8
  %p9 = getelementptr i64, ptr %out, i64 9
  store half %half, ptr %p9
  %p10 = getelementptr i64, ptr %out, i64 10
  store float %single, ptr %p10
  %p11 = getelementptr i64, ptr %out, i64 11
  store double %real, ptr %p11
  ret void
}
