; expect: error: direction: argument 1 is copied back into constant 'table', which the program cannot write; map it 'to' at function 'run'

@table = constant [4 x i32] [i32 1, i32 2, i32 3, i32 4]

declare void @library(ptr)

define void @run(i64 %bytes) {
  call void @library(ptr getelementptr inbounds (i8, ptr @table, i64 4)) [
      "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 2) ]
  ret void
}
