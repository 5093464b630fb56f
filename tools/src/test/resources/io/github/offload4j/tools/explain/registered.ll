; Entries of LLVM 19 and one device image, both registered by the module itself. The tables come from elsewhere.

target triple = "x86_64-unknown-linux-gnu"

@.k.region_id = weak constant i8 0
@table = global [4 x float] zeroinitializer
@k.name = private constant [2 x i8] c"k\00"
@table.name = private constant [6 x i8] c"table\00"
@.omp_offloading.entries = internal constant [2 x { ptr, ptr, i64, i32, i32 }] [{ ptr, ptr, i64, i32, i32 } { ptr @.k.region_id, ptr @k.name, i64 0, i32 0, i32 0 }, { ptr, ptr, i64, i32, i32 } { ptr @table, ptr @table.name, i64 16, i32 0, i32 0 }]
@image = internal constant [20 x i8] c"\7FELF\02\01\01\00\00\00\00\00\00\00\00\00\03\00>\00"
@images = internal constant [1 x { ptr, ptr, ptr, ptr }] [{ ptr, ptr, ptr, ptr } { ptr @image, ptr getelementptr inbounds ([20 x i8], ptr @image, i64 1), ptr @.omp_offloading.entries, ptr getelementptr inbounds ([2 x { ptr, ptr, i64, i32, i32 }], ptr @.omp_offloading.entries, i64 1) }]
@descriptor = internal constant { i32, ptr, ptr, ptr } { i32 1, ptr @images, ptr @.omp_offloading.entries, ptr getelementptr inbounds ([2 x { ptr, ptr, i64, i32, i32 }], ptr @.omp_offloading.entries, i64 1) }
@packed = private constant [4 x i8] c"\10\FF\10\AD", section ".llvm.offloading"

define void @register() {
  call void @__tgt_register_lib(ptr @descriptor)
  ret void
}

define i32 @launch(i64 %device, ptr %arguments) {
  %result = call i32 @__tgt_target_kernel(ptr null, i64 %device, i32 1, i32 1, ptr @.k.region_id, ptr %arguments)
  ret i32 %result
}

define void @map(i32 %n, ptr %bases, ptr %pointers, ptr %sizes, ptr %types) {
  call void @__tgt_target_data_begin_mapper(ptr null, i64 0, i32 %n, ptr %bases, ptr %pointers, ptr %sizes, ptr %types, ptr null, ptr null)
  call void @__tgt_target_data_begin_mapper(ptr null, i64 0, i32 1, ptr %bases, ptr %pointers, ptr %sizes, ptr %types, ptr null, ptr null)
  ret void
}

declare void @__tgt_register_lib(ptr)
declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
