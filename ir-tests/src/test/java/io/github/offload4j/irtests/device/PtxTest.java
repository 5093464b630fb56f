package io.github.offload4j.irtests.device;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import io.github.offload4j.irtests.fixture.KernelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels for NVIDIA's GPUs, as {@code ptxas} gets them. */
class PtxTest {
    private static String ptx(String kernels) {
        return new KernelSource(kernels).assembly("nvptx64:sm_90");
    }

    @Test
    void aKernelIsAnEntryWithSlotsOfEightBytesAndAnyShapeOfBlock() {
        assertThat(ptx("scalars")).matchesFileCheck("""
                CHECK: .target sm_90
                CHECK: .address_size 64
                CHECK-NOT: maxntid
                CHECK-NOT: reqntid
                CHECK-NOT: minnctapersm
                CHECK: .visible .entry scalars(
                CHECK-NEXT: .param .u64 .ptr .align 1 scalars_param_0,
                CHECK-NEXT: .param .u64 .ptr .align 1 scalars_param_1,
                CHECK-COUNT-7: .param .u64 scalars_param_
                CHECK-NEXT: .param .u64 scalars_param_9
                CHECK-NEXT: )
                CHECK-NOT: .maxntid
                CHECK-NOT: .entry
                CHECK-NOT: .func
                """);
    }

    @Test
    void memoryThatIsOnlyReadAndHasNoAliasGoesThroughTheReadOnlyCache() {
        assertThat(ptx("saxpy")).matchesFileCheck("""
                CHECK: .visible .entry saxpy(
                CHECK: .param .u64 .ptr .align 16 saxpy_param_3,
                CHECK-NEXT: .param .u64 .ptr .align 16 saxpy_param_4
                CHECK-COUNT-1: ld.global.nc.f32
                CHECK-NOT: ld.global.nc
                CHECK: st.global.f32
                """);
    }

    @Test
    void placesAreSpecialRegistersInEachDimension() {
        assertThat(ptx("indices")).matchesFileCheck("""
                CHECK-DAG: %tid.x;
                CHECK-DAG: %tid.y;
                CHECK-DAG: %tid.z;
                CHECK-DAG: %ctaid.x;
                CHECK-DAG: %ctaid.y;
                CHECK-DAG: %ctaid.z;
                CHECK-DAG: %ntid.x;
                CHECK-DAG: %ntid.y;
                CHECK-DAG: %ntid.z;
                CHECK-DAG: %nctaid.x;
                CHECK-DAG: %nctaid.y;
                CHECK-DAG: %nctaid.z;
                """);
    }

    @Test
    void sharedMemoryIsTheBlocksAndTheBarrierStandsBetweenItsUses() {
        assertThat(ptx("shared-static")).matchesFileCheck("""
                CHECK: .visible .entry reverse(
                CHECK: .shared .align 16 .b8 tile[256];
                CHECK: st.shared.f32
                CHECK: bar.sync 0;
                CHECK: ld.shared.f32
                """);
    }

    @Test
    void sharedMemoryOfUnknownSizeIsExternal() {
        assertThat(ptx("shared-dynamic")).matchesFileCheck("""
                CHECK: .extern .shared .align 16 .b8 tile[];
                CHECK: st.shared.f32
                """);
    }

    @Test
    void onlyKernelsAreVisible() {
        assertThat(ptx("helpers")).matchesFileCheck("""
                CHECK-NOT: .visible .func
                CHECK: .func (.param .b32 func_retval0) square(
                CHECK-NOT: .visible .func
                CHECK: .visible .entry squares(
                CHECK-NOT: .visible .func
                CHECK: .visible .entry square_of(
                CHECK-NOT: .visible
                """);
    }

    @Test
    void atomicUpdatesAreSingleInstructions() {
        assertThat(ptx("atomics")).matchesFileCheck("""
                CHECK: atom.global.add.u64
                CHECK: atom.global.max.s64
                CHECK: atom.global.add.f64
                CHECK: atom.global.cas.b64
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm_52", "sm_70", "sm_100a"})
    void theProcessorIsTheOneAskedFor(String processor) {
        assertThat(new KernelSource("saxpy").assembly("nvptx64:" + processor)).contains(".target " + processor + "\n");
    }
}
