; expect: error: direction: argument 'code' is copied back into function 'code', which the program cannot write; map it 'to' at function 'run'

declare void @code()
declare void @library(ptr)

define void @run() {
  call void @library(ptr @code) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
