; Every thread stores its number, and reads its neighbour's before that has stored it.
; expect: error: race: kernel 'k': thread 32 of a block writes byte 128 of 's', which thread 31 reads without a barrier in between at function 'k'

@s = internal addrspace(3) global [65 x i32] poison

declare i32 @offload.thread.id(i32)

define void @k(ptr %x) {
  %t = call i32 @offload.thread.id(i32 0)
  %own = getelementptr [65 x i32], ptr addrspace(3) @s, i32 0, i32 %t
  store i32 %t, ptr addrspace(3) %own
  %next = add i32 %t, 1
  %around = and i32 %next, 63
  %other = getelementptr [65 x i32], ptr addrspace(3) @s, i32 0, i32 %around
  %v = load i32, ptr addrspace(3) %other
  %to = getelementptr i32, ptr %x, i32 %t
  store i32 %v, ptr %to
  ret void
}

define void @run(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
      "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 256, i64 3) ]
  ret void
}
