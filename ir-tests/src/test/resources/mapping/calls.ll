; Passes calls on to the runtime with arrays that a test writes.

declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
declare ptr @omp_get_mapped_ptr(ptr, i32)
declare ptr @omp_target_alloc(i64, i32)
declare void @omp_target_free(ptr, i32)
declare i32 @omp_target_memcpy(ptr, ptr, i64, i64, i64, i32, i32)
declare i32 @omp_target_associate_ptr(ptr, ptr, i64, i64, i32)
declare i32 @omp_target_disassociate_ptr(ptr, i32)
declare i32 @omp_get_initial_device()
declare ptr @dlopen(ptr, i32)
declare ptr @dlsym(ptr, ptr)
declare i32 @alarm(i32)
declare i32 @fork()
declare i32 @waitpid(i32, ptr, i32)
declare i32 @prctl(i32, i64)
declare void @_exit(i32)

; Makes the module register the kernel and its image.
declare void @change(ptr, i64, i64, ptr, i64, i64, i64, i64)
define void @launch_change(ptr %a, i64 %size) {
  call void @change(ptr %a, i64 0, i64 %size, ptr null, i64 0, i64 0, i64 0, i64 0) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %size, i64 3), "offload.map"(i32 3, i64 0, i64 3) ]
  ret void
}

; Where calls go: through what the process checks first, or, in a copy of the process, straight to the runtime. A copy has
; one thread, and none of those that a virtual machine needs to run any Java.
@begin_call = internal global ptr @__tgt_target_data_begin_mapper
@end_call = internal global ptr @__tgt_target_data_end_mapper
@update_call = internal global ptr @__tgt_target_data_update_mapper
@kernel_call = internal global ptr @__tgt_target_kernel
@begin_name = private constant [31 x i8] c"__tgt_target_data_begin_mapper\00"
@end_name = private constant [29 x i8] c"__tgt_target_data_end_mapper\00"
@update_name = private constant [32 x i8] c"__tgt_target_data_update_mapper\00"
@kernel_name = private constant [20 x i8] c"__tgt_target_kernel\00"

@begin_raw = internal global ptr null
@end_raw = internal global ptr null
@update_raw = internal global ptr null
@kernel_raw = internal global ptr null

; Finds the runtime's own functions, in the library at a path that ends with a zero byte.
define void @connect(ptr %path) {
  ; RTLD_NOW
  %library = call ptr @dlopen(ptr %path, i32 2)
  %begin = call ptr @dlsym(ptr %library, ptr @begin_name)
  store ptr %begin, ptr @begin_raw
  %end = call ptr @dlsym(ptr %library, ptr @end_name)
  store ptr %end, ptr @end_raw
  %update = call ptr @dlsym(ptr %library, ptr @update_name)
  store ptr %update, ptr @update_raw
  %kernel = call ptr @dlsym(ptr %library, ptr @kernel_name)
  store ptr %kernel, ptr @kernel_raw
  ret void
}

define i32 @begin(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %call = load ptr, ptr @begin_call
  call void %call(ptr null, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types, ptr null, ptr null)
  ret i32 0
}
define i32 @end(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %call = load ptr, ptr @end_call
  call void %call(ptr null, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types, ptr null, ptr null)
  ret i32 0
}
define i32 @update(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %call = load ptr, ptr @update_call
  call void %call(ptr null, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types, ptr null, ptr null)
  ret i32 0
}

%kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

; The first argument is the struct itself, in which an x86-64 kernel finds how often it is to run.
define i32 @launch(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %struct = alloca %kernel_arguments
  store ptr %struct, ptr %bases
  store ptr %struct, ptr %begins
  store %kernel_arguments { i32 2, i32 0, ptr null, ptr null, ptr null, ptr null, ptr null, ptr null, i64 0, i64 0, [3 x i32] [i32 1, i32 1, i32 1], [3 x i32] [i32 1, i32 1, i32 1], i32 0 }, ptr %struct
  %count_at = getelementptr %kernel_arguments, ptr %struct, i32 0, i32 1
  store i32 %n, ptr %count_at
  %bases_at = getelementptr %kernel_arguments, ptr %struct, i32 0, i32 2
  store ptr %bases, ptr %bases_at
  %begins_at = getelementptr %kernel_arguments, ptr %struct, i32 0, i32 3
  store ptr %begins, ptr %begins_at
  %sizes_at = getelementptr %kernel_arguments, ptr %struct, i32 0, i32 4
  store ptr %sizes, ptr %sizes_at
  %types_at = getelementptr %kernel_arguments, ptr %struct, i32 0, i32 5
  store ptr %types, ptr %types_at
  %call = load ptr, ptr @kernel_call
  %result = call i32 %call(ptr null, i64 %device, i32 1, i32 1, ptr @.change.region_id, ptr %struct)
  ret i32 %result
}

; A call that the runtime is to abort on: made by a copy of the process. Returns how that ended.
define i32 @attempt(ptr %call, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %status = alloca i32
  store i32 0, ptr %status
  %child = call i32 @fork()
  %here = icmp eq i32 %child, 0
  br i1 %here, label %in_child, label %in_parent
in_child:
  ; PR_SET_DUMPABLE: no core file
  ; a copy that hangs is ended, and is a difference
  %before = call i32 @alarm(i32 60)
  %begin = load ptr, ptr @begin_raw
  store ptr %begin, ptr @begin_call
  %end = load ptr, ptr @end_raw
  store ptr %end, ptr @end_call
  %update = load ptr, ptr @update_raw
  store ptr %update, ptr @update_call
  %kernel = load ptr, ptr @kernel_raw
  store ptr %kernel, ptr @kernel_call
  %quiet = call i32 @prctl(i32 4, i64 0)
  %result = call i32 %call(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types)
  call void @_exit(i32 0)
  unreachable
in_parent:
  %waited = call i32 @waitpid(i32 %child, ptr %status, i32 0)
  %ended = load i32, ptr %status
  ret i32 %ended
}
define i32 @attempt_begin(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %r = call i32 @attempt(ptr @begin, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types)
  ret i32 %r
}
define i32 @attempt_end(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %r = call i32 @attempt(ptr @end, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types)
  ret i32 %r
}
define i32 @attempt_update(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %r = call i32 @attempt(ptr @update, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types)
  ret i32 %r
}
define i32 @attempt_launch(i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types) {
  %r = call i32 @attempt(ptr @launch, i64 %device, i32 %n, ptr %bases, ptr %begins, ptr %sizes, ptr %types)
  ret i32 %r
}

define ptr @mapped(ptr %p, i32 %device) {
  %r = call ptr @omp_get_mapped_ptr(ptr %p, i32 %device)
  ret ptr %r
}
define ptr @allocate(i64 %size, i32 %device) {
  %r = call ptr @omp_target_alloc(i64 %size, i32 %device)
  ret ptr %r
}
define void @release(ptr %p, i32 %device) {
  call void @omp_target_free(ptr %p, i32 %device)
  ret void
}
define i32 @copy(ptr %to, ptr %from, i64 %size, i32 %to_device, i32 %from_device) {
  %r = call i32 @omp_target_memcpy(ptr %to, ptr %from, i64 %size, i64 0, i64 0, i32 %to_device, i32 %from_device)
  ret i32 %r
}
define i32 @associate(ptr %host, ptr %memory, i64 %size, i32 %device) {
  %r = call i32 @omp_target_associate_ptr(ptr %host, ptr %memory, i64 %size, i64 0, i32 %device)
  ret i32 %r
}
define i32 @disassociate(ptr %host, i32 %device) {
  %r = call i32 @omp_target_disassociate_ptr(ptr %host, i32 %device)
  ret i32 %r
}
define i32 @host_number() {
  %r = call i32 @omp_get_initial_device()
  ret i32 %r
}

; What a host function does with the device pointers that it gets.
define void @library(ptr %p, i64 %size, i64 %factor, i64 %summand) {
entry:
  br label %head
head:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %more = icmp ult i64 %i, %size
  br i1 %more, label %body, label %exit
body:
  %place = getelementptr i8, ptr %p, i64 %i
  %byte = load i8, ptr %place
  %old = zext i8 %byte to i64
  %product = mul i64 %old, %factor
  %sum = add i64 %product, %summand
  %new = add i64 %sum, %i
  %low = trunc i64 %new to i8
  store i8 %low, ptr %place
  %next = add i64 %i, 1
  br label %head
exit:
  ret void
}
