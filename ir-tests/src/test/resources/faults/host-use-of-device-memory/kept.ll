; expect: warning: host-use-of-device-memory: 'remember' stores a device address into memory that outlives the call, where it is taken for a host address or used after it was unmapped; keep it in local variables at function 'remember'

@last = global ptr null

define void @remember(ptr %a) {
  store ptr %a, ptr @last
  ret void
}

define void @run(ptr %x) {
  call void @remember(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
