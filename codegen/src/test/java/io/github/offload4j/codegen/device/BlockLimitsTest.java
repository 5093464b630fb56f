package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a kernel's source promises about its blocks reaches the code of every GPU. */
class BlockLimitsTest {
    private static final String ANNOTATED = """
            define void @k(ptr %p) "offload-kernel" {
              store i32 1, ptr %p
              ret void
            }
            !nvvm.annotations = !{!0, !1}
            !0 = !{ptr @k, !"maxntidx", i32 64, !"maxntidy", i32 4}
            !1 = !{ptr @k, !"minctasm", i32 2}
            """;

    @Test
    void asCudasFrontEndSaysIt() {
        assertThat(assembly(NVIDIA, ANNOTATED)).contains(".maxntid 64, 4, 1", ".minnctapersm 2");
        assertThat(assembly(AMD, ANNOTATED)).contains(".max_flat_workgroup_size: 256");
    }

    @Test
    void asNewerFrontEndsSayIt() {
        String kernel = kernel("\"nvvm.maxntid\"=\"128\" \"nvvm.maxnreg\"=\"40\"");
        assertThat(assembly(NVIDIA, kernel)).contains(".maxntid 128, 1, 1", ".maxnreg 40");
        assertThat(assembly(AMD, kernel)).contains(".max_flat_workgroup_size: 128");
    }

    @Test
    void inOneOrder() {
        String kernel = kernel("\"nvvm.reqntid\"=\"64,4,2\" \"nvvm.minctasm\"=\"1\" \"nvvm.maxnreg\"=\"40\""
                + " \"nvvm.maxntid\"=\"64,8,4\"");
        String ir;
        try (DeviceCode code =
                DeviceCompiler.create().lower(kernel.getBytes(UTF_8), "k.ll", DeviceTarget.parse(NVIDIA))) {
            ir = code.ir();
        }
        assertThat(ir)
                .containsSubsequence(
                        "maxntidx", "maxntidy", "maxntidz", "reqntidx", "reqntidy", "reqntidz", "minctasm", "maxnreg");
    }

    @Test
    void asHipsFrontEndSaysIt() {
        String kernel = kernel("\"amdgpu-flat-work-group-size\"=\"1,512\"");
        assertThat(assembly(AMD, kernel)).contains(".max_flat_workgroup_size: 512");
        assertThat(assembly(NVIDIA, kernel)).contains(".maxntid 512, 1, 1");
    }

    @Test
    void withoutAPromiseAnyBlockFits() {
        assertThat(assembly(NVIDIA, kernel(""))).doesNotContain("maxntid", "reqntid");
        assertThat(assembly(AMD, kernel(""))).contains(".max_flat_workgroup_size: 1024");
    }

    @Test
    void withoutAPromiseTheBlockOfEveryLaunchIsTheBound() {
        assertThat(launched(NVIDIA, kernel(""), 128, 1, 1)).contains(".maxntid 128, 1, 1");
        assertThat(launched(AMD, kernel(""), 128, 1, 1)).contains(".max_flat_workgroup_size: 128");
    }

    @Test
    void everyDimensionOfTheBlockIsInTheBound() {
        assertThat(launched(NVIDIA, kernel(""), 16, 8, 2)).contains(".maxntid 16, 8, 2");
        assertThat(launched(AMD, kernel(""), 16, 8, 2)).contains(".max_flat_workgroup_size: 256");
    }

    @Test
    void aPromiseOfTheSourceIsKept() {
        assertThat(launched(NVIDIA, ANNOTATED, 32, 1, 1)).contains(".maxntid 64, 4, 1", ".minnctapersm 2");
        String amd = kernel("\"amdgpu-flat-work-group-size\"=\"1,512\"");
        assertThat(launched(AMD, amd, 32, 1, 1)).contains(".max_flat_workgroup_size: 512");
        assertThat(launched(NVIDIA, kernel("\"nvvm.maxnreg\"=\"40\""), 32, 1, 1))
                .contains(".maxnreg 40")
                .doesNotContain("maxntid");
        assertThat(launched(AMD, kernel("\"amdgpu-waves-per-eu\"=\"2\""), 32, 1, 1))
                .contains(".max_flat_workgroup_size: 1024");
    }

    @Test
    void aBlockThatNoGpuRunsIsNoBound() {
        String largest = launched(AMD, kernel(""), 1024, 1, 1);
        assertThat(largest).contains(".max_flat_workgroup_size: 1024");
        assertThat(launched(NVIDIA, kernel(""), 1, 1024, 1)).contains(".maxntid 1, 1024, 1");
        for (long[] block : new long[][] {{1025, 1, 1}, {32, 32, 2}, {1L << 30, 1L << 30, 1L << 30}}) {
            assertThat(launched(NVIDIA, kernel(""), block[0], block[1], block[2]))
                    .doesNotContain("maxntid");
        }
    }

    @Test
    void anotherKernelsBlockIsNone() {
        String two = kernel("") + kernel("").replace("@k", "@other");
        String ptx = launched(NVIDIA, two, 128, 1, 1);

        assertThat(ptx.substring(ptx.indexOf(".entry k("), ptx.indexOf(".entry other(")))
                .contains(".maxntid 128, 1, 1");
        assertThat(ptx.substring(ptx.indexOf(".entry other("))).doesNotContain("maxntid");
    }

    @Test
    void onHostsABlockIsNoBound() {
        assertThat(launched(HOST, kernel(""), 128, 1, 1)).isEqualTo(assembly(HOST, kernel("")));
    }

    private static String launched(String target, String kernels, long x, long y, long z) {
        KnownBlocks blocks = new KnownBlocks(Map.of("k", new KnownBlocks.Size(x, y, z)));
        return assembly(DeviceCompiler.create().withBlocks(blocks), target, kernels);
    }

    private static String kernel(String attributes) {
        return "define void @k(ptr %p) \"offload-kernel\" " + attributes + " {\n  store i32 1, ptr %p\n  ret void\n}\n";
    }
}
