; Changes one, two or three arrays of bytes, one after the other: byte i becomes itself times the factor, plus the summand,
; plus i.

define void @change1(ptr %a, i64 %a_size, i64 %factor, i64 %summand) "offload-kernel" {
  call void @each(ptr %a, i64 %a_size, i64 %factor, i64 %summand)
  ret void
}

define void @change2(ptr %a, i64 %a_size, ptr %b, i64 %b_size, i64 %factor, i64 %summand) "offload-kernel" {
  call void @each(ptr %a, i64 %a_size, i64 %factor, i64 %summand)
  call void @each(ptr %b, i64 %b_size, i64 %factor, i64 %summand)
  ret void
}

define void @change3(ptr %a, i64 %a_size, ptr %b, i64 %b_size, ptr %c, i64 %c_size, i64 %factor, i64 %summand) "offload-kernel" {
  call void @each(ptr %a, i64 %a_size, i64 %factor, i64 %summand)
  call void @each(ptr %b, i64 %b_size, i64 %factor, i64 %summand)
  call void @each(ptr %c, i64 %c_size, i64 %factor, i64 %summand)
  ret void
}

define internal void @each(ptr %p, i64 %size, i64 %factor, i64 %summand) {
entry:
  br label %head
head:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %more = icmp ult i64 %i, %size
  br i1 %more, label %body, label %exit
body:
  %place = getelementptr i8, ptr %p, i64 %i
  %byte = load i8, ptr %place
  %old = zext i8 %byte to i64
  %product = mul i64 %old, %factor
  %sum = add i64 %product, %summand
  %new = add i64 %sum, %i
  %low = trunc i64 %new to i8
  store i8 %low, ptr %place
  %next = add i64 %i, 1
  br label %head
exit:
  ret void
}
