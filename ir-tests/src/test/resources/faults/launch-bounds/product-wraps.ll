; expect: error: launch-bounds: the sizes of the grid of kernel 'k' multiply to 4294967296, which wraps around in 32 bits; launch less at fault.c:7:3

%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
%struct.ident_t = type { i32, i32, i32, i32, ptr }

@where = private constant [19 x i8] c";fault.c;run;7;3;;\00"
@ident = private constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @where }

@.k.region_id = weak constant i8 0

declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)

define void @run() {
  %args = alloca %struct.__tgt_kernel_arguments
  store i32 3, ptr %args
  %count = getelementptr inbounds i8, ptr %args, i64 4
  store i32 0, ptr %count
  %grid = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %args, i32 0, i32 10
  store [3 x i32] [i32 65536, i32 256, i32 256], ptr %grid
  %block = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %args, i32 0, i32 11
  store [3 x i32] [i32 64, i32 1, i32 1], ptr %block
  %r = call i32 @__tgt_target_kernel(ptr @ident, i64 -1, i32 0, i32 64, ptr @.k.region_id, ptr %args)
  ret void
}
