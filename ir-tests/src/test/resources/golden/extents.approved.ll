; which size do extents have that only the API has?

; is the size of an object that of its type?
define void @run(ptr nonnull %x) {
  %1 = sext i32 %0 to i64
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 96]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer

; may the type of an object be a handle?
define void @run(ptr nonnull %x) {
  %1 = sext i32 %0 to i64
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 16]
@.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
@.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
@.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer

; is a size that the program computes stored beside the constant ones?
define void @run(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %n, 8
  %7 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] zeroinitializer

; is a narrow count widened as a signed number?
define void @run(ptr nonnull %x, ptr nonnull %y, i32 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = sext i32 %n to i64
  %3 = mul i64 %2, 4
  %6 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] zeroinitializer

; may the type of an element be a handle?
define void @run(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %2 = mul i64 %n, 2
  %7 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] zeroinitializer

; is a computed number of bytes taken as it is?
define void @run(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  %.offload_sizes = alloca [2 x i64], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 16, i1 false)
  %1 = sext i32 %0 to i64
  %4 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
  store ptr %.offload_sizes, ptr %ArgSizes, align 8
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
}
@.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
@.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
@.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
@.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] zeroinitializer
