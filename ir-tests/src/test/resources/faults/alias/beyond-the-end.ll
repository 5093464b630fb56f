; expect: error: alias: argument 'tail' overlaps argument 'x', which is mapped first, and reaches beyond it, which stops the program; map the memory once, or the larger part first at function 'run'

declare void @k(ptr, ptr)

define void @run(ptr %x) {
  %tail = getelementptr inbounds float, ptr %x, i64 8
  call void @k(ptr %x, ptr %tail) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
      "offload.map"(i32 0, i64 64, i64 3),
      "offload.map"(i32 1, i64 64, i64 3) ]
  ret void
}
