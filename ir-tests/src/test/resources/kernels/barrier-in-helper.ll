; Optimisation would love to call the helper once in each branch, where the threads would wait for ever.

declare i32 @offload.thread.id(i32)
declare void @offload.barrier()

define void @wait() noinline {
  call void @offload.barrier()
  ret void
}

define void @phases(ptr %first, ptr %second, i32 %n) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %some = icmp ult i32 %t, %n
  br i1 %some, label %before, label %together

before:
  store volatile i32 1, ptr %first
  br label %together

together:
  call void @wait()
  br i1 %some, label %after, label %exit

after:
  store volatile i32 1, ptr %second
  br label %exit

exit:
  ret void
}
