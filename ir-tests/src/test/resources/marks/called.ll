declare void @offload_mark(i1 zeroext, i64)
declare void @offload_for(ptr)
declare void @offload_grid(i32, i32, i32)
declare void @offload_block(i32, i32, i32)
declare void @offload_shared(i32)
declare void @offload_map(i32, i64, i64)
declare void @offload_map_pointer(ptr, i64, i64)
declare void @offload_device(i32)
declare void @offload_device_pointer(ptr)
declare void @offload_fallback(ptr)
declare i32 @personality(...)
declare void @host(ptr, i64)

define void @k(ptr %x, ptr %y) noinline section "offload.kernel" {
  store i64 1, ptr %x
  ret void
}

define linkonce_odr ptr @data(ptr %this) noinline optnone {
  %slot = alloca ptr
  store ptr %this, ptr %slot
  %v = load ptr, ptr %slot
  %begin = load ptr, ptr %v
  ret ptr %begin
}

define void @run(ptr %x, ptr %y, i64 %n, i1 %c) personality ptr @personality {
  %slot = alloca ptr
  store ptr %x, ptr %slot
  call void @offload_mark(i1 false, i64 -1)
  invoke void @offload_grid(i32 2, i32 1, i32 1) to label %a unwind label %u
a:
  call void @offload_block(i32 64, i32 1, i32 1)
  %x.1 = load ptr, ptr %slot
  call void @offload_map_pointer(ptr %x.1, i64 8, i64 3)
  br i1 %c, label %b, label %d
b:
  call void @offload_device_pointer(ptr %y)
  br label %e
d:
  call void @offload_device_pointer(ptr %y)
  br label %e
e:
  call void @offload_fallback(ptr @k)
  %x.2 = load ptr, ptr %slot
  invoke void @k(ptr %x.2, ptr %y) to label %f unwind label %u
f:
  call void @offload_mark(i1 true, i64 %n)
  call void @offload_for(ptr @host)
  %1 = call ptr @data(ptr %x)
  call void @offload_map_pointer(ptr %1, i64 %n, i64 1)
  %2 = call ptr @data(ptr %x)
  call void @host(ptr %2, i64 %n)
  ret void
u:
  %l = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %l
}

define void @loop(ptr %x, i32 %n) {
  br label %l
l:
  %i = phi i32 [ 0, %0 ], [ %next, %l ]
  call void @offload_mark(i1 false, i64 0)
  call void @offload_grid(i32 %n, i32 1, i32 1)
  call void @offload_block(i32 1, i32 1, i32 1)
  call void @offload_shared(i32 64)
  call void @offload_map(i32 0, i64 8, i64 3)
  call void @offload_device(i32 1)
  call void @k(ptr %x, ptr null)
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %l, label %done
done:
  ret void
}
