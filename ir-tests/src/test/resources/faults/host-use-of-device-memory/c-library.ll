; expect: error: host-use-of-device-memory: 'show' calls 'puts' on device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'show'

declare i32 @puts(ptr)

define void @show(ptr %a) {
  %r = call i32 @puts(ptr %a)
  ret void
}

define void @run(ptr %x) {
  call void @show(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
