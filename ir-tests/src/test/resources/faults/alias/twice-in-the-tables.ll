; expect: error: alias: argument 'x' is memory of argument 'x', which is mapped first with another direction, so it is not copied back; map the memory once with both directions at fault.c:7:3

%struct.ident_t = type { i32, i32, i32, i32, ptr }

@where = private constant [19 x i8] c";fault.c;run;7;3;;\00"
@ident = private constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @where }
@sizes = private constant [2 x i64] [i64 64, i64 64]
@begin = private constant [2 x i64] [i64 1, i64 0]
@end = private constant [2 x i64] [i64 0, i64 2]

declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)

define void @run(ptr %x) {
  %bases = alloca [2 x ptr]
  %pointers = alloca [2 x ptr]
  store ptr %x, ptr %bases
  store ptr %x, ptr %pointers
  %b = getelementptr inbounds [2 x ptr], ptr %bases, i32 0, i32 1
  store ptr %x, ptr %b
  %p = getelementptr inbounds [2 x ptr], ptr %pointers, i32 0, i32 1
  store ptr %x, ptr %p
  call void @__tgt_target_data_begin_mapper(ptr @ident, i64 -1, i32 2, ptr %bases, ptr %pointers, ptr @sizes, ptr @begin, ptr null, ptr null)
  call void @__tgt_target_data_end_mapper(ptr @ident, i64 -1, i32 2, ptr %bases, ptr %pointers, ptr @sizes, ptr @end, ptr null, ptr null)
  ret void
}
