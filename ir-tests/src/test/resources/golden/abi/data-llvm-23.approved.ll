; has llvm-23 devices without an image?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.scale = private unnamed_addr constant [2 x i64] [i64 8, i64 0]
@.offload_maptypes.scale.begin = private unnamed_addr constant [2 x i64] [i64 65, i64 256]
@.offload_maptypes.scale.end = private unnamed_addr constant [2 x i64] [i64 0, i64 256]
@2 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
@.offload_names.scale = private unnamed_addr constant [2 x ptr] [ptr @2, ptr null]
@.offload_find.cuda.v1.table = linkonce_odr hidden global [4 x ptr] zeroinitializer, align 8
@.offload_library = private unnamed_addr constant [13 x i8] c"libcuda.so.1\00", align 1
@.offload_symbol = private unnamed_addr constant [22 x i8] c"cuPointerGetAttribute\00", align 1
@.offload_symbol.1 = private unnamed_addr constant [16 x i8] c"cuCtxGetCurrent\00", align 1
@.offload_symbol.2 = private unnamed_addr constant [16 x i8] c"cuCtxSetCurrent\00", align 1
@.offload_symbol.3 = private unnamed_addr constant [17 x i8] c"cuCtxSynchronize\00", align 1
@.offload_find.hip.v1.table = linkonce_odr hidden global [4 x ptr] zeroinitializer, align 8
@.offload_library.4 = private unnamed_addr constant [17 x i8] c"libamdhip64.so.7\00", align 1
@.offload_library.5 = private unnamed_addr constant [17 x i8] c"libamdhip64.so.6\00", align 1
@.offload_library.6 = private unnamed_addr constant [17 x i8] c"libamdhip64.so.5\00", align 1
@.offload_symbol.7 = private unnamed_addr constant [23 x i8] c"hipPointerGetAttribute\00", align 1
@.offload_symbol.8 = private unnamed_addr constant [13 x i8] c"hipGetDevice\00", align 1
@.offload_symbol.9 = private unnamed_addr constant [13 x i8] c"hipSetDevice\00", align 1
@.offload_symbol.10 = private unnamed_addr constant [21 x i8] c"hipDeviceSynchronize\00", align 1
@.offload_message = private unnamed_addr constant [66 x i8] c"function 'run': error: waiting for 'scale' failed with status %d\0A\00", align 1
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

define void @run(ptr nonnull %x) {
entry:
  %.offload_baseptrs = alloca [2 x ptr], align 8
  %.offload_ptrs = alloca [2 x ptr], align 8
  %.offload_place = alloca i64, align 8
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  store ptr %x, ptr %.offload_baseptrs, align 8
  store ptr %x, ptr %.offload_ptrs, align 8
  %2 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr null, ptr %2, align 8
  %3 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr null, ptr %3, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale, ptr @.offload_maptypes.scale.begin, ptr @.offload_names.scale, ptr null)
  %x.device = load ptr, ptr %.offload_baseptrs, align 8
  %4 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
  call void @scale(ptr %x.device)
  %5 = call i32 @.offload_leave.v1(ptr %4, ptr %.offload_place)
  call void @.offload_status.v1(i32 %5, ptr @.offload_message)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale, ptr @.offload_maptypes.scale.end, ptr @.offload_names.scale, ptr null)
  ret void
}

declare void @scale(ptr)

; Function Attrs: nounwind
declare i32 @omp_get_default_device() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: noinline
define linkonce_odr hidden ptr @.offload_enter.v1(ptr %0, ptr %1) #1 {
entry:
  %2 = alloca i64, align 8
  %3 = icmp eq ptr %0, null
  br i1 %3, label %none, label %cuda

none:                                             ; preds = %hip.found, %hip, %entry
  ret ptr null

cuda:                                             ; preds = %entry
  %4 = call i1 @.offload_find.cuda.v1(i32 5)
  br i1 %4, label %cuda.found, label %hip

hip:                                              ; preds = %cuda.found, %cuda
  %5 = call i1 @.offload_find.hip.v1(i32 5)
  br i1 %5, label %hip.found, label %none

cuda.found:                                       ; preds = %cuda
  store i64 0, ptr %2, align 8
  store i64 0, ptr %1, align 8
  %6 = load ptr, ptr @.offload_find.cuda.v1.table, align 8
  %7 = call i32 %6(ptr %2, i32 1, ptr %0)
  %8 = icmp ne i32 %7, 0
  br i1 %8, label %hip, label %cuda.owner

cuda.owner:                                       ; preds = %cuda.found
  %9 = load ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 1), align 8
  %10 = call i32 %9(ptr %1)
  %11 = load ptr, ptr %2, align 8
  %12 = load ptr, ptr %1, align 8
  %13 = icmp eq ptr %11, null
  %14 = select i1 %13, ptr %12, ptr %11
  %15 = load ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 2), align 8
  %16 = call i32 %15(ptr %14)
  ret ptr @.offload_find.cuda.v1.table

hip.found:                                        ; preds = %hip
  store i64 0, ptr %2, align 8
  store i64 0, ptr %1, align 8
  %17 = load ptr, ptr @.offload_find.hip.v1.table, align 8
  %18 = call i32 %17(ptr %2, i32 9, ptr %0)
  %19 = icmp ne i32 %18, 0
  br i1 %19, label %none, label %hip.owner

hip.owner:                                        ; preds = %hip.found
  %20 = load ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 1), align 8
  %21 = call i32 %20(ptr %1)
  %22 = load i32, ptr %2, align 8
  %23 = load ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 2), align 8
  %24 = call i32 %23(i32 %22)
  ret ptr @.offload_find.hip.v1.table
}

; Function Attrs: noinline
define linkonce_odr hidden i1 @.offload_find.cuda.v1(i32 %0) #2 {
entry:
  %1 = load atomic ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 3) acquire, align 8
  %2 = icmp eq ptr %1, null
  br i1 %2, label %look, label %found

found:                                            ; preds = %store3, %entry
  ret i1 true

missing:                                          ; preds = %store2, %store1, %store, %look, %loaded
  ret i1 false

loaded:                                           ; preds = %look
  %library = phi ptr [ %5, %look ]
  %3 = call ptr @dlsym(ptr %library, ptr @.offload_symbol)
  %4 = icmp eq ptr %3, null
  br i1 %4, label %missing, label %store

look:                                             ; preds = %entry
  %5 = call ptr @dlopen(ptr @.offload_library, i32 %0)
  %6 = icmp eq ptr %5, null
  br i1 %6, label %missing, label %loaded

store:                                            ; preds = %loaded
  store atomic ptr %3, ptr @.offload_find.cuda.v1.table release, align 8
  %7 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.1)
  %8 = icmp eq ptr %7, null
  br i1 %8, label %missing, label %store1

store1:                                           ; preds = %store
  store atomic ptr %7, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 1) release, align 8
  %9 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.2)
  %10 = icmp eq ptr %9, null
  br i1 %10, label %missing, label %store2

store2:                                           ; preds = %store1
  store atomic ptr %9, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 2) release, align 8
  %11 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.3)
  %12 = icmp eq ptr %11, null
  br i1 %12, label %missing, label %store3

store3:                                           ; preds = %store2
  store atomic ptr %11, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.cuda.v1.table, i32 0, i32 3) release, align 8
  br label %found
}

declare ptr @dlopen(ptr, i32)

; Function Attrs: nounwind
declare ptr @dlsym(ptr, ptr) #0

; Function Attrs: noinline
define linkonce_odr hidden i1 @.offload_find.hip.v1(i32 %0) #2 {
entry:
  %1 = load atomic ptr, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 3) acquire, align 8
  %2 = icmp eq ptr %1, null
  br i1 %2, label %look, label %found

found:                                            ; preds = %store5, %entry
  ret i1 true

missing:                                          ; preds = %store4, %store3, %store, %look2, %loaded
  ret i1 false

loaded:                                           ; preds = %look2, %look1, %look
  %library = phi ptr [ %5, %look ], [ %7, %look1 ], [ %9, %look2 ]
  %3 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.7)
  %4 = icmp eq ptr %3, null
  br i1 %4, label %missing, label %store

look:                                             ; preds = %entry
  %5 = call ptr @dlopen(ptr @.offload_library.4, i32 %0)
  %6 = icmp eq ptr %5, null
  br i1 %6, label %look1, label %loaded

look1:                                            ; preds = %look
  %7 = call ptr @dlopen(ptr @.offload_library.5, i32 %0)
  %8 = icmp eq ptr %7, null
  br i1 %8, label %look2, label %loaded

look2:                                            ; preds = %look1
  %9 = call ptr @dlopen(ptr @.offload_library.6, i32 %0)
  %10 = icmp eq ptr %9, null
  br i1 %10, label %missing, label %loaded

store:                                            ; preds = %loaded
  store atomic ptr %3, ptr @.offload_find.hip.v1.table release, align 8
  %11 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.8)
  %12 = icmp eq ptr %11, null
  br i1 %12, label %missing, label %store3

store3:                                           ; preds = %store
  store atomic ptr %11, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 1) release, align 8
  %13 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.9)
  %14 = icmp eq ptr %13, null
  br i1 %14, label %missing, label %store4

store4:                                           ; preds = %store3
  store atomic ptr %13, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 2) release, align 8
  %15 = call ptr @dlsym(ptr %library, ptr @.offload_symbol.10)
  %16 = icmp eq ptr %15, null
  br i1 %16, label %missing, label %store5

store5:                                           ; preds = %store4
  store atomic ptr %15, ptr getelementptr inbounds ([4 x ptr], ptr @.offload_find.hip.v1.table, i32 0, i32 3) release, align 8
  br label %found
}

; Function Attrs: noinline
define linkonce_odr hidden i32 @.offload_leave.v1(ptr %0, ptr %1) #3 {
entry:
  %2 = icmp eq ptr %0, null
  br i1 %2, label %none, label %entered

entered:                                          ; preds = %entry
  %3 = getelementptr inbounds [4 x ptr], ptr %0, i32 0, i32 3
  %4 = load ptr, ptr %3, align 8
  %5 = call i32 %4()
  %6 = load ptr, ptr %1, align 8
  %7 = getelementptr inbounds [4 x ptr], ptr %0, i32 0, i32 2
  %8 = load ptr, ptr %7, align 8
  %9 = call i32 %8(ptr %6)
  ret i32 %5

none:                                             ; preds = %entry
  ret i32 0
}

; Function Attrs: noinline
define linkonce_odr hidden void @.offload_status.v1(i32 %0, ptr %1) #4 {
entry:
  %2 = icmp ne i32 %0, 0
  br i1 %2, label %failed, label %done

failed:                                           ; preds = %entry
  %3 = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr %1, i32 %0)
  call void @abort()
  unreachable

done:                                             ; preds = %entry
  ret void
}

; Function Attrs: nounwind
declare i32 @dprintf(i32, ptr, ...) #0

; Function Attrs: nounwind
declare void @abort() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
entry:
  call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
  ret void
}

declare void @__tgt_unregister_lib(ptr)

define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
entry:
  call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
  call void @__tgt_init_all_rtls()
  %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
  ret void
}

declare void @__tgt_register_lib(ptr)

declare void @__tgt_init_all_rtls()

declare i32 @atexit(ptr)

attributes #0 = { nounwind }
attributes #1 = { noinline "offload4j-helper"="enter.v1" }
attributes #2 = { noinline "offload4j-helper"="find.v1" }
attributes #3 = { noinline "offload4j-helper"="leave.v1" }
attributes #4 = { noinline "offload4j-helper"="status.v1" }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
