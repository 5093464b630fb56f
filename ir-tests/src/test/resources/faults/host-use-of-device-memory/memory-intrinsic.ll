; expect: error: host-use-of-device-memory: 'reset' calls 'llvm.memset.p0.i64' on device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'reset'

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

define void @reset(ptr %a) {
  call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 64, i1 false)
  ret void
}

define void @run(ptr %x) {
  call void @reset(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
