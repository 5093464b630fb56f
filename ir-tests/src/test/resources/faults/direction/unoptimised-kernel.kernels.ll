
define void @k(ptr %x, ptr %y) "offload-kernel" optnone noinline {
entry:
  %x.slot = alloca ptr
  %y.slot = alloca ptr
  store ptr %x, ptr %x.slot
  store ptr %y, ptr %y.slot
  br label %loop
loop:
  %p = load ptr, ptr %x.slot
  %q = load ptr, ptr %y.slot
  %v = load float, ptr %p
  store float %v, ptr %q
  %p1 = getelementptr float, ptr %p, i64 1
  %q1 = getelementptr float, ptr %q, i64 1
  store ptr %p1, ptr %x.slot
  store ptr %q1, ptr %y.slot
  %end = getelementptr float, ptr %x, i64 16
  %more = icmp ne ptr %p1, %end
  br i1 %more, label %loop, label %done
done:
  ret void
}
