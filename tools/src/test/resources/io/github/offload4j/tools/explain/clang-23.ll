; Written by hand: what clang 20 makes of saxpy in clang.c, with the arguments of LLVM 23.
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@0 = private unnamed_addr constant [21 x i8] c";clang.c;saxpy;3;1;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 20, ptr @0 }, align 8
@.__omp_offloading_0010_00002a_saxpy_l3.region_id = weak constant i8 0
@.offload_sizes = private unnamed_addr constant [3 x i64] [i64 4, i64 400, i64 0]
@.offload_maptypes = private unnamed_addr constant [3 x i64] [i64 800, i64 35, i64 288]

define void @saxpy(float %a, ptr %y) {
entry:
  %bases = alloca [3 x ptr], align 8
  %ptrs = alloca [3 x ptr], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %bits = bitcast float %a to i32
  %wide = zext i32 %bits to i64
  store i64 %wide, ptr %bases, align 8
  store i64 %wide, ptr %ptrs, align 8
  %b1 = getelementptr inbounds i8, ptr %bases, i64 8
  store ptr %y, ptr %b1, align 8
  %p1 = getelementptr inbounds i8, ptr %ptrs, i64 8
  store ptr %y, ptr %p1, align 8
  %b2 = getelementptr inbounds i8, ptr %bases, i64 16
  store ptr null, ptr %b2, align 8
  %p2 = getelementptr inbounds i8, ptr %ptrs, i64 16
  store ptr null, ptr %p2, align 8
  store i32 5, ptr %kernel_args, align 8
  %count = getelementptr inbounds i8, ptr %kernel_args, i64 4
  store i32 3, ptr %count, align 4
  %f2 = getelementptr inbounds i8, ptr %kernel_args, i64 8
  store ptr %bases, ptr %f2, align 8
  %f3 = getelementptr inbounds i8, ptr %kernel_args, i64 16
  store ptr %ptrs, ptr %f3, align 8
  %f4 = getelementptr inbounds i8, ptr %kernel_args, i64 24
  store ptr @.offload_sizes, ptr %f4, align 8
  %f5 = getelementptr inbounds i8, ptr %kernel_args, i64 32
  store ptr @.offload_maptypes, ptr %f5, align 8
  %f6 = getelementptr inbounds i8, ptr %kernel_args, i64 40
  store ptr null, ptr %f6, align 8
  %f7 = getelementptr inbounds i8, ptr %kernel_args, i64 48
  store ptr null, ptr %f7, align 8
  %f8 = getelementptr inbounds i8, ptr %kernel_args, i64 56
  store i64 0, ptr %f8, align 8
  %f9 = getelementptr inbounds i8, ptr %kernel_args, i64 64
  store i64 0, ptr %f9, align 8
  %f10 = getelementptr inbounds i8, ptr %kernel_args, i64 72
  store [3 x i32] zeroinitializer, ptr %f10, align 8
  %f11 = getelementptr inbounds i8, ptr %kernel_args, i64 84
  store [3 x i32] zeroinitializer, ptr %f11, align 4
  %f12 = getelementptr inbounds i8, ptr %kernel_args, i64 96
  store i32 0, ptr %f12, align 8
  %refused = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 0, i32 0, ptr @.__omp_offloading_0010_00002a_saxpy_l3.region_id, ptr %kernel_args)
  %failed = icmp eq i32 %refused, 0
  br i1 %failed, label %done, label %host

host:
  call void @saxpy_on_host(float %a, ptr %y)
  br label %done

done:
  ret void
}

declare void @saxpy_on_host(float, ptr)
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
