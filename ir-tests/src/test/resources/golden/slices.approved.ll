; how do a pointer and its length become two entries?

; is a slice a mapped pointer and its length by value?
define void @run(ptr nonnull %v, i64 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %n, 4
  %3 = icmp ult i64 %n, 2305843009213693952
  %4 = select i1 %3, i64 %2, i64 -9223372036854775808
  store i64 %4, ptr %.offload_sizes, align 8
  store i64 %n, ptr %5, align 8
  store i64 %n, ptr %6, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 0, i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 768]

; is a slice that may be null empty when it is?
define void @run(ptr %v, i64 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %n, 8
  %3 = icmp ult i64 %n, 1152921504606846976
  %4 = select i1 %3, i64 %2, i64 -9223372036854775808
  %5 = icmp eq ptr %v, null
  %6 = select i1 %5, i64 0, i64 %4
  store i64 %6, ptr %.offload_sizes, align 8
  store i64 %n, ptr %7, align 8
  store i64 %n, ptr %8, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 0, i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 2, i64 768]

; is a 32-bit length signed in the size and zero-extended as a value?
define void @run(ptr nonnull %v, i32 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = sext i32 %n to i64
  %3 = mul i64 %2, 2
  %4 = zext i32 %n to i64
  store i64 %3, ptr %.offload_sizes, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 0, i64 4]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 768]

; does each slice have its own size?
define void @run(ptr noalias nonnull %v, i64 %n, ptr noalias nonnull %w, i64 %m) {
  %.offload_sizes = alloca [4 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 32, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %m, 3
  %3 = icmp ult i64 %m, 3074457345618258603
  %4 = select i1 %3, i64 %2, i64 -9223372036854775808
  store i64 %n, ptr %.offload_sizes, align 8
  store i64 %n, ptr %5, align 8
  store i64 %n, ptr %6, align 8
  %9 = getelementptr inbounds [4 x i64], ptr %.offload_sizes, i32 0, i32 2
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [4 x i64] [i64 0, i64 8, i64 0, i64 8]
@.offload_maptypes.k.begin = private unnamed_addr constant [4 x i64] [i64 1, i64 768, i64 0, i64 768]
@.offload_names.k = private unnamed_addr constant [4 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5]
@.offload_maptypes.k.end = private unnamed_addr constant [4 x i64] [i64 0, i64 768, i64 2, i64 768]

; does a host function get the device address and the length?
define void @run(ptr nonnull %v, i64 %n) {
  %.offload_sizes = alloca [1 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.scale, i64 8, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %n, 8
  %3 = icmp ult i64 %n, 1152921504606846976
  %4 = select i1 %3, i64 %2, i64 -9223372036854775808
  store i64 %4, ptr %.offload_sizes, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.scale.begin, ptr @.offload_names.scale, ptr null)
  %v.device = load ptr, ptr %.offload_baseptrs, align 8
  %5 = icmp ne i64 %4, 0
  %6 = select i1 %5, ptr %v.device, ptr null
  call void @scale(ptr %v.device, i64 %n)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.scale.end, ptr @.offload_names.scale, ptr null)
}
@.offload_sizes.scale = private unnamed_addr constant [1 x i64] zeroinitializer
@.offload_maptypes.scale.begin = private unnamed_addr constant [1 x i64] [i64 65]
@.offload_names.scale = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.scale.end = private unnamed_addr constant [1 x i64] [i64 2]
