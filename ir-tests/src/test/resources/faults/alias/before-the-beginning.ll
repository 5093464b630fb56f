; expect: error: alias: argument 'whole' overlaps argument 'x', which is mapped first, and reaches beyond it, which stops the program; map the memory once, or the larger part first at function 'run'

declare void @gemv(ptr, ptr)

define void @run(ptr %whole) {
  %x = getelementptr inbounds i8, ptr %whole, i64 16
  call void @gemv(ptr %x, ptr %whole) [ "offload"(i1 true, i64 -1),
      "offload.map"(i32 0, i64 16, i64 1),
      "offload.map"(i32 1, i64 64, i64 2) ]
  ret void
}
