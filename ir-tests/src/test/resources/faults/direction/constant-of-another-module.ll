; expect: warning: direction: argument 'table' is copied back into constant 'table', which the program cannot write; map it 'to' at function 'run'

@table = external constant [4 x i32]

declare void @k(ptr)

define void @run() {
  call void @k(ptr @table) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4, i32 1, i32 1),
      "offload.map"(i32 0, i64 16, i64 2) ]
  ret void
}
