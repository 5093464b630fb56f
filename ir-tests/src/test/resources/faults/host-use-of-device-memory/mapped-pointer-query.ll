; expect: error: host-use-of-device-memory: 'scale' writes device memory, which the host cannot reach; pass the pointer on to a library, or do this in a kernel at function 'scale'
; chain: the device address of argument 'x' comes from here at fault.c:7:3
; chain: 'run' passes it to 'scale' as argument 1

%struct.ident_t = type { i32, i32, i32, i32, ptr }

@where = private constant [19 x i8] c";fault.c;run;7;3;;\00"
@ident = private constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @where }
@sizes = private constant [1 x i64] [i64 64]
@types = private constant [1 x i64] [i64 3]

declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare ptr @omp_get_mapped_ptr(ptr, i32)

define void @scale(ptr %a) {
  store float 1.0, ptr %a
  ret void
}

define void @run(ptr %x) {
  %bases = alloca [1 x ptr]
  %pointers = alloca [1 x ptr]
  store ptr %x, ptr %bases
  store ptr %x, ptr %pointers
  call void @__tgt_target_data_begin_mapper(ptr @ident, i64 -1, i32 1, ptr %bases, ptr %pointers, ptr @sizes, ptr @types, ptr null, ptr null)
  %device = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
  call void @scale(ptr %device)
  call void @__tgt_target_data_end_mapper(ptr @ident, i64 -1, i32 1, ptr %bases, ptr %pointers, ptr @sizes, ptr @types, ptr null, ptr null)
  ret void
}
