; expect: warning: asynchronous: 'run' writes the memory of argument 'x' while the asynchronous site that maps it may still run; wait for the site before at function 'run'

declare void @offload.data(...)

define void @run(ptr %x, i64 %n) {
entry:
  %bytes = mul i64 %n, 4
  call void (...) @offload.data(ptr %x) [
      "offload.update"(i64 0), "offload.map"(i32 0, i64 %bytes, i64 1), "offload.nowait"() ]
  br label %body
body:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %p = getelementptr float, ptr %x, i64 %i
  store float 1.0, ptr %p
  %next = add i64 %i, 1
  %more = icmp slt i64 %next, %n
  br i1 %more, label %body, label %exit
exit:
  call void (...) @offload.data() [ "offload.wait"(i64 0) ]
  ret void
}
