package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GPUs make of the functions of a warp, of fences, and of shared memory that the launch decides the size of. */
class WarpFunctionsTest {
    private static final String AMD_OF_32_LANES = "amdgcn:gfx1100";

    /** Returns a kernel that stores what a function answers. */
    private static String storing(String result, String symbol, String parameters, String arguments) {
        return kernel(
                "declare " + result + " @" + symbol + "(" + parameters + ")",
                "%v = load " + result.replace("i1", "i8") + ", ptr %p\n%c = icmp eq i32 %n, 3\n"
                        + "%r = call " + result + " @" + symbol + "(" + arguments + ")\nstore " + result
                        + " %r, ptr %p\nret void");
    }

    private static String shuffle(String mode, String type, String spelling, String lane) {
        String symbol = "offload.shuffle" + mode + "." + type;
        return storing(spelling, symbol, spelling + ", i32", spelling + " %v, i32 " + lane);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      | i32 | i32    | shfl.sync.idx.b32  | 1",
                "      | f32 | float  | shfl.sync.idx.b32  | 1",
                " .up  | i32 | i32    | shfl.sync.up.b32   | 1",
                " .down| i64 | i64    | shfl.sync.down.b32 | 2",
                " .xor | f64 | double | shfl.sync.bfly.b32 | 2",
            })
    void aShuffleTakesOneInstructionForEachHalf(
            String mode, String type, String spelling, String instruction, int times) {
        String module = shuffle(mode == null ? "" : mode, type, spelling, "1");
        assertThat(assembly(NVIDIA, module).split(instruction, -1)).hasSize(times + 1);
        assertThat(assembly(AMD, module).split("ds_bpermute_b32", -1)).hasSize(times + 1);
        assertThat(assembly(AMD_OF_32_LANES, module).split("ds_bpermute_b32", -1))
                .hasSize(times + 1);
    }

    @Test
    void everyLaneOfNvidiasTakesPartAndTheBlocksLastBoundsWhatIsRead() {
        assertThat(assembly(NVIDIA, shuffle(".down", "i32", "i32", "1")))
                .contains("%ntid.z", "min.u32")
                .containsPattern("shfl\\.sync\\.down\\.b32\\s+%r\\d+, %r\\d+, 1, %r\\d+, -1;");
    }

    @Test
    void nothingIsReadBelowTheFirstLaneSoTheBlocksLastDoesNotMatter() {
        assertThat(assembly(NVIDIA, shuffle(".up", "i32", "i32", "1")))
                .containsPattern("shfl\\.sync\\.up\\.b32\\s+%r\\d+, %r\\d+, 1, 0, -1;")
                .doesNotContain("%ntid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"32", "-1"})
    void aLaneOutOfRangeIsTheCallersOwn(String lane) {
        assertThat(assembly(NVIDIA, shuffle(".xor", "i32", "i32", lane)))
                .containsPattern("shfl\\.sync\\.bfly\\.b32\\s+%r\\d+, %r\\d+, 0, %r\\d+, -1;");
        assertThat(assembly(NVIDIA, shuffle("", "i32", "i32", lane))).contains("%laneid");
    }

    @Test
    void votes() {
        assertThat(assembly(NVIDIA, storing("i64", "offload.ballot", "i1", "i1 %c")))
                .contains("vote.sync.ballot.b32");
        assertThat(assembly(NVIDIA, storing("i1", "offload.any", "i1", "i1 %c")))
                .contains("vote.sync.any.pred");
        assertThat(assembly(NVIDIA, storing("i1", "offload_all", "i1", "i1 %c")))
                .contains("vote.sync.all.pred");
        for (String amd : new String[] {AMD, AMD_OF_32_LANES}) {
            assertCompiles(amd, storing("i64", "offload.ballot", "i1", "i1 %c"));
            assertCompiles(amd, storing("i1", "offload.any", "i1", "i1 %c"));
            assertCompiles(amd, storing("i1", "offload.all", "i1", "i1 %c"));
        }
    }

    @Test
    void aWarpHasAsManyLanesAsTheProcessorSays() {
        String module = storing("i32", "offload.warp.size", "", "");
        assertThat(assembly(NVIDIA, module))
                .containsPattern("st\\.global\\.u32\\s+\\[%rd\\d], %r1;")
                .containsPattern("mov\\.b32\\s+%r1, 32;");
        assertThat(assembly(AMD, module)).containsPattern("v_mov_b32_e32 v\\d+, 64");
        assertThat(assembly(AMD_OF_32_LANES, module)).contains(", 32");
    }

    @Test
    void aLanesNumber() {
        String module = storing("i32", "offload.lane.id", "", "");
        assertThat(assembly(NVIDIA, module)).contains("%laneid");
        assertThat(assembly(AMD, module)).contains("v_mbcnt_lo_u32_b32", "v_mbcnt_hi_u32_b32");
        assertThat(assembly(AMD_OF_32_LANES, module))
                .contains("v_mbcnt_lo_u32_b32")
                .doesNotContain("v_mbcnt_hi");
    }

    @Test
    void theBarrierOfAWarp() {
        String module = kernel("declare void @offload.warp.barrier()", "call void @offload.warp.barrier()\nret void");
        assertThat(assembly(NVIDIA, module)).contains("bar.warp.sync \t-1;");
        assertThat(assembly(AMD, module)).doesNotContain("s_barrier");
    }

    @Test
    void fencesHaveTheScopeThatTheTargetCallsSo() {
        String block = kernel("declare void @offload.fence.block()", "call void @offload.fence.block()\nret void");
        String device = kernel("declare void @offload_fence_device()", "call void @offload_fence_device()\nret void");
        assertThat(assembly(NVIDIA, block)).contains("fence.sc.cta;");
        assertThat(assembly(NVIDIA, device)).contains("fence.sc.gpu;");
        assertThat(assembly("nvptx64:sm_60", block)).contains("membar.cta;");
        assertThat(assembly("nvptx64:sm_60", device)).contains("membar.gl;");
        assertThat(assembly(AMD, device)).contains("buffer_wbinvl1_vol");
        assertThat(assembly(AMD_OF_32_LANES, block)).contains("buffer_gl0_inv").doesNotContain("buffer_gl1_inv");
        assertThat(assembly(AMD_OF_32_LANES, device)).contains("buffer_gl1_inv");
        assertThat(assembly(HOST, block)).containsPattern("mfence|lock");
        assertThat(assembly(HOST, device)).containsPattern("mfence|lock");
    }

    @Test
    void sharedMemoryOfTheLaunchsSizeIsTheBlocks() {
        String module = storing("ptr", "offload.shared.dynamic", "", "")
                .replace("store ptr %r, ptr %p", "store i32 %n, ptr %r");
        assertThat(assembly(NVIDIA, module))
                .contains(".extern .shared .align 16 .b8 offload_shared_begin[];")
                .contains("st.shared");
        assertThat(assembly(AMD, module)).contains("ds_write_b32", ".uses_dynamic_stack: false");
    }

    @Test
    void bothSpellingsOfANameAreOneFunction() {
        String module = kernel(
                "declare i32 @offload.lane.id()\ndeclare i32 @offload_lane_id()",
                "%a = call i32 @offload.lane.id()\n%b = call i32 @offload_lane_id()\n%s = add i32 %a, %b\n"
                        + "store i32 %s, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module).split("%laneid", -1)).hasSize(2);
        assertCompiles(AMD, module);
    }

    /** As Fortran's logicals are. */
    @ParameterizedTest
    @ValueSource(strings = {"i8", "i32"})
    void aBooleanMayBeWider(String type) {
        String module = kernel(
                "declare " + type + " @offload_any(" + type + ")\ndeclare i64 @offload.ballot(" + type + ")",
                "%c = load T, ptr %p\n%a = call T @offload_any(T %c)\nstore T %a, ptr %p\n".replace("T", type)
                        + "%b = call i64 @offload.ballot(" + type + " %c)\nstore i64 %b, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module)).contains("vote.sync.any.pred", "vote.sync.ballot.b32");
        assertCompiles(AMD, module);
    }

    @Test
    void aWarpFunctionInAHelperThatIsCalledThroughAPointer() {
        String module = kernel(
                """
                declare i32 @offload.shuffle.i32(i32, i32)
                @chosen = internal global ptr @first
                define internal i32 @first(i32 %v) {
                  %r = call i32 @offload.shuffle.i32(i32 %v, i32 0)
                  ret i32 %r
                }
                """, "%f = load volatile ptr, ptr @chosen\n%v = call i32 %f(i32 %n)\nstore i32 %v, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module)).contains("shfl.sync.idx.b32");
        assertCompiles(AMD, module);
    }

    @Test
    void processorsThatAreTooOld() {
        String shuffle = shuffle("", "f32", "float", "0");
        assertRefused(
                "nvptx64:sm_60", shuffle, "k", "it calls 'offload.shuffle.f32', which processors have from sm_70 on");
        assertRefused(
                "amdgcn:gfx700", shuffle, "k", "it calls 'offload.shuffle.f32', which processors have from gfx801 on");
        assertCompiles("amdgcn:gfx803", shuffle);
        assertCompiles("nvptx64:sm_70", shuffle);
        assertCompiles("amdgcn:gfx700", storing("i1", "offload.any", "i1", "i1 %c"));
    }
}
