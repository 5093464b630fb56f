; expect: error: host-use-of-device-memory: 'k' writes device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'k'
; chain: 'omp_target_alloc' returns the device address
; chain: 'run' passes it to 'k' as argument 2

declare ptr @omp_target_alloc(i64, i32)
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)

@k.region_id = weak constant i8 0

define void @k(i32 %n, ptr %x) {
  store i32 %n, ptr %x
  ret void
}

define void @run(ptr %arguments) {
  %d = call ptr @omp_target_alloc(i64 4, i32 0)
  %refused = call i32 @__tgt_target_kernel(ptr null, i64 0, i32 1, i32 1, ptr @k.region_id, ptr %arguments)
  %failed = icmp ne i32 %refused, 0
  br i1 %failed, label %on_host, label %done

on_host:
  store i32 2, ptr %d
  br label %done

done:
  call void @k(i32 1, ptr %d)
  ret void
}
