; expect: error: launch-bounds: the block of kernel 'k' has 128 threads in z; NVIDIA GPUs take at most 64 at fault.c:7:3

%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
%struct.ident_t = type { i32, i32, i32, i32, ptr }

@where = private constant [19 x i8] c";fault.c;run;7;3;;\00"
@ident = private constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @where }
@image = private constant [20 x i8] c"\7FELF\02\01\01\00\00\00\00\00\00\00\00\00\02\00\BE\00"
@images = private constant [1 x { ptr, ptr, ptr, ptr }] [{ ptr, ptr, ptr, ptr } { ptr @image, ptr getelementptr inbounds ([20 x i8], ptr @image, i64 1), ptr null, ptr null }]
@descriptor = private constant { i32, ptr, ptr, ptr } { i32 1, ptr @images, ptr null, ptr null }

declare void @__tgt_register_lib(ptr)

define void @register() {
  call void @__tgt_register_lib(ptr @descriptor)
  ret void
}

@.k.region_id = weak constant i8 0

declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)

define void @run() {
  %args = alloca %struct.__tgt_kernel_arguments
  store i32 3, ptr %args
  %count = getelementptr inbounds i8, ptr %args, i64 4
  store i32 0, ptr %count
  %grid = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %args, i32 0, i32 10
  store [3 x i32] [i32 1, i32 1, i32 1], ptr %grid
  %block = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %args, i32 0, i32 11
  store [3 x i32] [i32 1, i32 1, i32 128], ptr %block
  %r = call i32 @__tgt_target_kernel(ptr @ident, i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %args)
  ret void
}
