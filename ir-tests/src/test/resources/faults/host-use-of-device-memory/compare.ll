; expect: error: host-use-of-device-memory: 'is_default' compares a device address with a host address, which says nothing; compare the host addresses before the call at function 'is_default'

@default = global [16 x float] zeroinitializer

define i1 @is_default(ptr %a) {
  %same = icmp eq ptr %a, @default
  ret i1 %same
}

define void @run(ptr %x) {
  call i1 @is_default(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
