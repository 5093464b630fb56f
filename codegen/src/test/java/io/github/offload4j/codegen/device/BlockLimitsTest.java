package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static String kernel(String attributes) {
        return "define void @k(ptr %p) \"offload-kernel\" " + attributes + " {\n  store i32 1, ptr %p\n  ret void\n}\n";
    }
}
