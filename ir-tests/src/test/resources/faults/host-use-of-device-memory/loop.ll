; expect: error: host-use-of-device-memory: 'sum' reads device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'sum'

define float @sum(ptr %a) {
entry:
  %end = getelementptr inbounds float, ptr %a, i64 16
  br label %loop

loop:
  %p = phi ptr [ %a, %entry ], [ %next, %loop ]
  %s = phi float [ 0.0, %entry ], [ %t, %loop ]
  %v = load float, ptr %p
  %t = fadd float %s, %v
  %next = getelementptr inbounds float, ptr %p, i64 1
  %done = icmp eq ptr %next, %end
  br i1 %done, label %exit, label %loop

exit:
  ret float %t
}

define void @run(ptr %x) {
  call float @sum(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
