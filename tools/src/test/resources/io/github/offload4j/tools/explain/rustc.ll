; The shape of rustc's lowering: blocks and threads in memory, map types split over three calls, an empty descriptor.

target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
%struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }

@anon.1.0 = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00", align 1
@anon.1.1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @anon.1.0 }, align 8
@.offload_sizes.scale = private unnamed_addr constant [3 x i64] [i64 0, i64 8, i64 4]
@.offload_maptypes.scale.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 768, i64 768]
@.offload_maptypes.scale.kernel = private unnamed_addr constant [3 x i64] [i64 32, i64 800, i64 800]
@.offload_maptypes.scale.end = private unnamed_addr constant [3 x i64] [i64 2, i64 0, i64 0]
@.scale.region_id = internal constant i8 0
@.offloading.entry_name.scale = internal unnamed_addr constant [6 x i8] c"scale\00", section ".llvm.rodata.offloading", align 1
@.offloading.entry.scale = internal constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.scale.region_id, ptr @.offloading.entry_name.scale, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
@.omp_offloading.descriptor = internal constant { i32, ptr, ptr, ptr } zeroinitializer
@llvm.compiler.used = appending global [1 x ptr] [ptr @.offloading.entry.scale], section "llvm.metadata"

define void @main_scale(ptr %data, i64 %length, float %factor, ptr %workgroups, ptr %threads) {
start:
  %addr2 = alloca i64, align 8
  %addr = alloca i64, align 8
  %.offload_baseptrs = alloca [3 x ptr], align 8
  %.offload_ptrs = alloca [3 x ptr], align 8
  %.offload_sizes = alloca [3 x i64], align 8
  %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
  %0 = load [3 x i32], ptr %workgroups, align 4
  %x = extractvalue [3 x i32] %0, 0
  %y = extractvalue [3 x i32] %0, 1
  %z = extractvalue [3 x i32] %0, 2
  %xy = mul i32 %x, %y
  %num_workgroups = mul i32 %xy, %z
  %1 = load [3 x i32], ptr %threads, align 4
  %threads_per_block = extractvalue [3 x i32] %1, 0
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.scale, i64 24, i1 false)
  %bytes = mul nuw i64 %length, 4
  %2 = bitcast float %factor to i32
  %3 = zext i32 %2 to i64
  store i64 %length, ptr %addr, align 8
  store i64 %3, ptr %addr2, align 8
  %4 = getelementptr inbounds float, ptr %data, i32 0
  %5 = getelementptr inbounds float, ptr %addr, i32 0
  %6 = getelementptr inbounds float, ptr %addr2, i32 0
  %7 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
  store ptr %data, ptr %7, align 8
  %8 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 0
  store ptr %4, ptr %8, align 8
  %9 = getelementptr inbounds [3 x i64], ptr %.offload_sizes, i32 0, i32 0
  store i64 %bytes, ptr %9, align 8
  %10 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store i64 %length, ptr %10, align 8
  %11 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %5, ptr %11, align 8
  %12 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
  store i64 %3, ptr %12, align 8
  %13 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
  store ptr %6, ptr %13, align 8
  call void @__tgt_target_data_begin_mapper(ptr @anon.1.1, i64 -1, i32 3, ptr %7, ptr %8, ptr %9, ptr @.offload_maptypes.scale.begin, ptr null, ptr null)
  store i32 3, ptr %kernel_args, align 4
  %14 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
  store i32 3, ptr %14, align 4
  %15 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
  store ptr %7, ptr %15, align 8
  %16 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
  store ptr %8, ptr %16, align 8
  %17 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
  store ptr %9, ptr %17, align 8
  %18 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
  store ptr @.offload_maptypes.scale.kernel, ptr %18, align 8
  %19 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
  store ptr null, ptr %19, align 8
  %20 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
  store ptr null, ptr %20, align 8
  %21 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
  store i64 0, ptr %21, align 8
  %22 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
  store i64 0, ptr %22, align 8
  %23 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
  store [3 x i32] %0, ptr %23, align 4
  %24 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
  store [3 x i32] %1, ptr %24, align 4
  %25 = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
  store i32 1024, ptr %25, align 4
  %26 = call i32 @__tgt_target_kernel(ptr @anon.1.1, i64 -1, i32 %num_workgroups, i32 %threads_per_block, ptr @.scale.region_id, ptr %kernel_args)
  call void @__tgt_target_data_end_mapper(ptr @anon.1.1, i64 -1, i32 3, ptr %7, ptr %8, ptr %9, ptr @.offload_maptypes.scale.end, ptr null, ptr null)
  ret void
}

define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
entry:
  call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
  call void @__tgt_init_all_rtls()
  ret void
}

declare void @__tgt_register_lib(ptr)
declare void @__tgt_init_all_rtls()
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
