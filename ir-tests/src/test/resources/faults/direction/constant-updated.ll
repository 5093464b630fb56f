; expect: error: direction: argument 'table' is copied back into constant 'table', which the program cannot write; map it 'to' at function 'run'

@table = constant [4 x i32] [i32 1, i32 2, i32 3, i32 4]
@sizes = private constant [1 x i64] [i64 16]
@types = private constant [1 x i64] [i64 2]

declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)

define void @run() {
  %pointers = alloca [1 x ptr]
  store ptr @table, ptr %pointers
  call void @__tgt_target_data_update_mapper(ptr null, i64 -1, i32 1, ptr %pointers, ptr %pointers, ptr @sizes, ptr @types, ptr null, ptr null)
  ret void
}
