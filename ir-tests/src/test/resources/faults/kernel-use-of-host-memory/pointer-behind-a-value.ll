; expect: error: kernel-use-of-host-memory: kernel 'k' follows the pointer in argument 's' at byte 8, which is the host address of a stack variable 'data'; map what it points at and attach it, or store a device address there at function 'run'

%struct.S = type { i64, ptr }

define void @k(i32 %n, ptr byval([3 x i64]) align 8 %v, ptr %s) {
  %field = getelementptr inbounds %struct.S, ptr %s, i32 0, i32 1
  %data = load ptr, ptr %field
  store float 1.0, ptr %data
  ret void
}

define void @run(ptr %v) {
  %s = alloca %struct.S
  %data = alloca [16 x float]
  %field = getelementptr inbounds %struct.S, ptr %s, i32 0, i32 1
  store ptr %data, ptr %field
  call void @k(i32 1, ptr byval([3 x i64]) align 8 %v, ptr %s) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 2, i64 16, i64 3) ]
  ret void
}
