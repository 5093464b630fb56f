package io.github.offload4j.irtests.rustc;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import org.junit.jupiter.api.Test;

/** What each kernel adds, and the order of the instructions at a launch. */
final class RustcKernelTest {
    private static String ir(String name) {
        return RustcModules.text(name);
    }

    @Test
    void globalsOfAKernelInTheirOrder() {
        assertThat(ir("references")).matchesFileCheck("""
                CHECK: @.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 1024, i64 1024]{{$}}
                CHECK-NEXT: @.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]{{$}}
                CHECK-NEXT: @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 32]{{$}}
                CHECK-NEXT: @.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 0, i64 2]{{$}}
                CHECK-NEXT: @.k.region_id = weak constant i8 0{{$}}
                CHECK-NEXT: @.offloading.entry_name.k = internal unnamed_addr constant [2 x i8] c"k\\00", section ".llvm.rodata.offloading", align 1
                CHECK-NEXT: @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
                CHECK-NEXT: @llvm.compiler.used = appending global [1 x ptr] [ptr @.offloading.entry.k], section "llvm.metadata"
                """);
    }

    @Test
    void twoLaunchesOfAKernelShareItsGlobals() {
        assertThat(ir("same-kernel-twice")).matchesFileCheck("""
                CHECK: @.offload_sizes.k =
                CHECK-NOT: @.offload_sizes.k{{.*}} =
                CHECK: @.k.region_id =
                CHECK-NOT: @.k.region_id{{.*}} =
                CHECK: @.offloading.entry.k =
                CHECK-NOT: @.offloading.entry.k{{.*}} =
                CHECK: @llvm.compiler.used = appending global [1 x ptr]
                """);
    }

    @Test
    void everyEntryIsKept() {
        assertThat(ir("two-kernels"))
                .contains("@llvm.compiler.used = appending global [2 x ptr]"
                        + " [ptr @.offloading.entry.first, ptr @.offloading.entry.second], section \"llvm.metadata\"");
    }

    @Test
    void constantSizesAreUsedInPlace() {
        assertThat(ir("references")).matchesFileCheck("""
                CHECK-LABEL: define void @run(ptr %x, ptr %y)
                CHECK-NEXT: entry:
                CHECK-NEXT: [[BASES:%.*]] = alloca [2 x ptr], align 8
                CHECK-NEXT: [[PTRS:%.*]] = alloca [2 x ptr], align 8
                CHECK-NEXT: [[ARGS:%.*]] = alloca %struct.__tgt_kernel_arguments, align 8
                CHECK-NOT: alloca
                CHECK-NOT: memcpy
                CHECK: call void @__tgt_target_data_begin_mapper({{.*}}, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
                CHECK: store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
                CHECK: call void @__tgt_target_data_end_mapper({{.*}}, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
                """);
    }

    @Test
    void computedSizesAreStoredOverACopy() {
        assertThat(ir("slices")).matchesFileCheck("""
                CHECK: @.offload_sizes.k = private unnamed_addr constant [4 x i64] [i64 0, i64 8, i64 0, i64 8]
                CHECK-LABEL: define void @run(ptr %v, i64 %n, ptr %w, i64 %m)
                CHECK: [[BASES:%.*]] = alloca [4 x ptr], align 8
                CHECK-NEXT: [[PTRS:%.*]] = alloca [4 x ptr], align 8
                CHECK-NEXT: [[SIZES:%.*]] = alloca [4 x i64], align 8
                CHECK: call void @llvm.memcpy.p0.p0.i64(ptr align 8 [[SIZES]], ptr align 8 @.offload_sizes.k, i64 32, i1 false)
                CHECK-NEXT: alloca %struct.__tgt_kernel_arguments, align 8
                CHECK: [[SIZE0:%.*]] = getelementptr inbounds [4 x i64], ptr [[SIZES]], i32 0, i32 0
                CHECK-NEXT: [[BYTES0:%.*]] = mul i64 %n, 4
                CHECK-NEXT: store i64 [[BYTES0]], ptr [[SIZE0]], align 8
                CHECK: [[SIZE2:%.*]] = getelementptr inbounds [4 x i64], ptr [[SIZES]], i32 0, i32 2
                CHECK-NEXT: [[BYTES2:%.*]] = mul i64 %m, 1
                CHECK-NEXT: store i64 [[BYTES2]], ptr [[SIZE2]], align 8
                CHECK: [[BEGIN:%.*]] = getelementptr inbounds [4 x i64], ptr [[SIZES]], i32 0, i32 0
                CHECK-NEXT: call void @__tgt_target_data_begin_mapper(ptr @{{[0-9]+}}, i64 -1, i32 4, ptr {{%.*}}, ptr {{%.*}}, ptr [[BEGIN]], ptr @.offload_maptypes.k.begin, ptr null, ptr null)
                CHECK: [[END:%.*]] = getelementptr inbounds [4 x i64], ptr [[SIZES]], i32 0, i32 0
                CHECK-NEXT: call void @__tgt_target_data_end_mapper(ptr @{{[0-9]+}}, i64 -1, i32 4, ptr {{%.*}}, ptr {{%.*}}, ptr [[END]], ptr @.offload_maptypes.k.end, ptr null, ptr null)
                """);
    }

    @Test
    void mapTypesOfSlices() {
        assertThat(ir("slices")).matchesFileCheck("""
                CHECK: @.offload_maptypes.k.begin = private unnamed_addr constant [4 x i64] [i64 1, i64 768, i64 1, i64 768]
                CHECK-NEXT: @.offload_maptypes.k.kernel = private unnamed_addr constant [4 x i64] [i64 32, i64 800, i64 32, i64 800]
                CHECK-NEXT: @.offload_maptypes.k.end = private unnamed_addr constant [4 x i64] [i64 0, i64 0, i64 2, i64 0]
                """);
    }

    @Test
    void sizesAndMapTypesOfScalars() {
        assertThat(ir("scalars")).matchesFileCheck("""
                CHECK: @.offload_sizes.k = private unnamed_addr constant [7 x i64] [i64 1, i64 1, i64 4, i64 8, i64 2, i64 4, i64 8]
                CHECK-NEXT: @.offload_maptypes.k.begin = private unnamed_addr constant [7 x i64] [i64 768, i64 768, i64 768, i64 768, i64 768, i64 768, i64 768]
                CHECK-NEXT: @.offload_maptypes.k.kernel = private unnamed_addr constant [7 x i64] [i64 800, i64 800, i64 800, i64 800, i64 800, i64 800, i64 800]
                CHECK-NEXT: @.offload_maptypes.k.end = private unnamed_addr constant [7 x i64] zeroinitializer
                """);
    }

    @Test
    void aScalarIsItsBitsAndTheAddressOfACopy() {
        assertThat(ir("scalars")).matchesFileCheck("""
                CHECK: %addr = alloca i64, align 8
                CHECK: [[A:%.*]] = zext i1 %a to i64
                CHECK-NEXT: store i64 [[A]], ptr %addr, align 8
                CHECK-NEXT: [[AT:%.*]] = getelementptr inbounds float, ptr %addr, i32 0
                CHECK: [[BITS:%.*]] = bitcast half %e to i16
                CHECK-NEXT: [[E:%.*]] = zext i16 [[BITS]] to i64
                CHECK-NEXT: store i64 [[E]], ptr [[ADDR:%addr[0-9]+]], align 8
                CHECK-NEXT: getelementptr inbounds float, ptr [[ADDR]], i32 0
                CHECK: [[BASE:%.*]] = getelementptr inbounds [7 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
                CHECK-NEXT: store i64 [[A]], ptr [[BASE]], align 8
                CHECK-NEXT: [[PTR:%.*]] = getelementptr inbounds [7 x ptr], ptr %.offload_ptrs, i32 0, i32 0
                CHECK-NEXT: store ptr [[AT]], ptr [[PTR]], align 8
                """);
    }

    @Test
    void everyFieldOfTheKernelArgumentsInItsOrder() {
        assertThat(ir("references")).matchesFileCheck("""
                CHECK: call void @__tgt_target_data_begin_mapper(ptr @[[IDENT:[0-9]+]], i64 -1, i32 2, ptr [[BASES:%.*]], ptr [[PTRS:%.*]], ptr @.offload_sizes.k,
                CHECK-NEXT: %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
                CHECK-NEXT: store i32 3, ptr %Version, align 4
                CHECK-NEXT: %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
                CHECK-NEXT: store i32 2, ptr %NumArgs, align 4
                CHECK-NEXT: %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
                CHECK-NEXT: store ptr [[BASES]], ptr %ArgBasePtrs, align 8
                CHECK-NEXT: %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
                CHECK-NEXT: store ptr [[PTRS]], ptr %ArgPtrs, align 8
                CHECK-NEXT: %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
                CHECK-NEXT: store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
                CHECK-NEXT: %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
                CHECK-NEXT: store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
                CHECK-NEXT: %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
                CHECK-NEXT: store ptr null, ptr %ArgNames, align 8
                CHECK-NEXT: %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
                CHECK-NEXT: store ptr null, ptr %ArgMappers, align 8
                CHECK-NEXT: %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
                CHECK-NEXT: store i64 0, ptr %Tripcount, align 8
                CHECK-NEXT: %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
                CHECK-NEXT: store i64 0, ptr %Flags, align 8
                CHECK-NEXT: %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
                CHECK-NEXT: store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
                CHECK-NEXT: %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
                CHECK-NEXT: store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
                CHECK-NEXT: %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
                CHECK-NEXT: store i32 0, ptr %DynCGroupMem, align 4
                CHECK-NEXT: call i32 @__tgt_target_kernel(ptr @[[IDENT]], i64 -1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
                CHECK-NEXT: [[BASES_AGAIN:%.*]] = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
                CHECK-NEXT: [[PTRS_AGAIN:%.*]] = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 0
                CHECK-NEXT: call void @__tgt_target_data_end_mapper(ptr @[[IDENT]], i64 -1, i32 2, ptr [[BASES_AGAIN]], ptr [[PTRS_AGAIN]], ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr null, ptr null)
                CHECK-NEXT: ret void
                """);
    }

    @Test
    void theScalarsBesideTheGridAreProducts() {
        assertThat(ir("grid")).matchesFileCheck("""
                CHECK: [[XY:%.*]] = mul i32 %x, %y
                CHECK-NEXT: [[TEAMS:%.*]] = mul i32 [[XY]], %z
                CHECK: [[X:%.*]] = insertvalue [3 x i32] poison, i32 %x, 0
                CHECK-NEXT: [[Y:%.*]] = insertvalue [3 x i32] [[X]], i32 %y, 1
                CHECK-NEXT: [[GRID:%.*]] = insertvalue [3 x i32] [[Y]], i32 %z, 2
                CHECK: store [3 x i32] [[GRID]], ptr %NumTeams, align 4
                CHECK: store [3 x i32] [i32 32, i32 4, i32 2], ptr %ThreadLimit, align 4
                CHECK: store i32 %bytes, ptr %DynCGroupMem, align 4
                CHECK-NEXT: call i32 @__tgt_target_kernel(ptr @{{[0-9]+}}, i64 -1, i32 [[TEAMS]], i32 256, ptr @.k.region_id, ptr %kernel_args)
                """);
    }

    @Test
    void theDeviceReachesTheLaunchOnly() {
        assertThat(ir("device")).matchesFileCheck("""
                CHECK: call void @__tgt_target_data_begin_mapper(ptr @{{[0-9]+}}, i64 -1,
                CHECK: [[DEVICE:%.*]] = sext i32 %device to i64
                CHECK-NEXT: call i32 @__tgt_target_kernel(ptr @{{[0-9]+}}, i64 [[DEVICE]],
                CHECK: call void @__tgt_target_data_end_mapper(ptr @{{[0-9]+}}, i64 -1,
                """);
    }

    @Test
    void theResultOfTheLaunchIsIgnored() {
        assertThat(ir("references")).matchesFileCheck("""
                CHECK: [[RESULT:%.*]] = call i32 @__tgt_target_kernel(
                CHECK-NOT: [[RESULT]]{{[^0-9]}}
                CHECK: ret void
                """);
    }
}
