; expect: error: asynchronous: argument 'slot' is in the frame of 'run', which can return, or call what is not known to wait, before the asynchronous site is done; wait in this function at function 'run'

declare void @k(ptr)
declare void @offload.data(...)

define void @run(i1 %early) {
entry:
  %slot = alloca [4 x i32]
  call void @k(ptr %slot) [
      "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4, i32 1, i32 1),
      "offload.map"(i32 0, i64 16, i64 2), "offload.nowait"() ]
  br i1 %early, label %out, label %wait
wait:
  call void (...) @offload.data() [ "offload.wait"(i64 0) ]
  ret void
out:
  ret void
}
