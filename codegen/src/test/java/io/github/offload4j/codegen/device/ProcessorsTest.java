package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {
    private static final String FILL = """
            define void @fill(ptr noalias %p, i64 %n) "offload-kernel" "target-cpu"="k8" {
            entry:
              br label %body
            body:
              %i = phi i64 [ 0, %entry ], [ %next, %body ]
              %place = getelementptr inbounds float, ptr %p, i64 %i
              %value = load float, ptr %place
              %more = fadd float %value, 1.0
              store float %more, ptr %place
              %next = add nuw nsw i64 %i, 1
              %done = icmp uge i64 %next, %n
              br i1 %done, label %exit, label %body
            exit:
              ret void
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "nvptx64:sm_999, sm_999, nvptx64, 'it does for sm_100, sm_100a, sm_101, '",
        "nvptx64:sm_91, sm_91, nvptx64, ' sm_90a'",
        "amdgcn:gfx9999, gfx9999, amdgcn, ' gfx90a, '",
        "amdgcn:gfx600, gfx600, amdgcn, ' gfx700, '",
        "x86_64:nonsense, nonsense, x86_64, 'it does for native, alderlake, '",
        "x86_64:x86-64-v5, x86-64-v5, x86_64, ' x86-64-v2, x86-64-v3, x86-64-v4, '",
    })
    void oneThatLlvmDoesNotKnowIsRefused(String target, String processor, String family, String possible) {
        assertThatThrownBy(() -> assembly(target, FILL))
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ARGUMENT))
                .hasMessageStartingWith("the bundled LLVM makes no code for processor '" + processor + "' of " + family
                        + "; it does for ")
                .hasMessageContaining(possible);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvptx64:sm_20", "nvptx64:sm_120a", "amdgcn:gfx700", "amdgcn:gfx1201", "x86_64:znver5"})
    void theOldestAndTheNewestAreKnown(String target) {
        assertCompiles(target, FILL);
    }

    @ParameterizedTest
    @CsvSource({"x86_64, addps", "x86_64:x86-64-v3, %ymm", "x86_64:x86-64-v4, vaddps"})
    void codeIsForTheProcessorAndNotForTheOneOfTheFrontEnd(String target, String instruction) {
        assertThat(assembly(target, FILL)).contains(instruction);
    }

    @Test
    void nativeIsWhatLlvmSaysOfThisMachine() {
        try (DeviceCode code = lowered("x86_64:native")) {
            assertThat(code.image().target())
                    .isEqualTo(new DeviceTarget(Architecture.X86_64, TargetMachine.hostProcessor()));
        }
    }

    @Test
    void theHostVersionSaysItselfWhatItIsFor() {
        assertThat(hostVersion("x86_64:x86-64-v3")).contains("\"target-cpu\"=\"x86-64-v3\"");
        assertThat(hostVersion("x86_64:native"))
                .contains("\"target-cpu\"=\"" + TargetMachine.hostProcessor() + "\"")
                .contains("\"target-features\"=\"" + TargetMachine.hostFeatures() + "\"");
    }

    @Test
    void theHostVersionForEveryProcessorIsForThatOfTheHostModule() {
        assertThat(hostVersion("x86_64")).doesNotContain("target-cpu");
    }

    @Test
    void aGpuIsNoHost() {
        assertThatThrownBy(() -> DeviceCompiler.create()
                        .compileForHost(FILL.getBytes(UTF_8), "fill.ll", DeviceTarget.parse("nvptx64:sm_90")))
                .isInstanceOf(OffloadException.class)
                .hasMessage("'nvptx64:sm_90' is a GPU, on which no host function runs");
    }

    @Test
    void oneThatAProgramCannotFindOutAboutIsNotChosen() {
        assertThatThrownBy(() -> lowered("x86_64", "x86_64:znver4"))
                .isInstanceOf(OffloadException.class)
                .hasMessage("a program cannot find out whether its machine is like 'znver4', so no image chooses it; of"
                        + " x86_64 one can choose among x86-64, x86-64-v2, x86-64-v3, x86-64-v4, native");
    }

    @Test
    void aGpuIsNotChosenBesideAnything() {
        assertThatThrownBy(() -> lowered("x86_64", "nvptx64:sm_90"))
                .isInstanceOf(OffloadException.class)
                .hasMessage("one image is for one GPU, or for processors of one family of hosts, not for x86_64 and"
                        + " nvptx64:sm_90");
    }

    @Test
    void theSameTwiceIsChosenWithoutAsking() {
        try (DeviceCode code = lowered("x86_64", "x86_64:x86-64")) {
            assertThat(code.ir()).doesNotContain("offload.processor");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x86_64, false",
        "x86_64:nocona, false",
        "x86_64:x86-64-v2, true",
        "x86_64:znver5, true",
        "aarch64, false",
        "aarch64:cortex-a72, false",
        "aarch64:neoverse-n1, true",
    })
    void aMachineIsAskedWhatItHasWhereItMayLackSomething(String target, boolean asked) {
        try (DeviceCode code = lowered(target)) {
            assertThat(code.ir().contains("offload.processor")).isEqualTo(asked);
        }
    }

    @Test
    void anImageForSeveralIsForTheLeast() {
        try (DeviceCode code = lowered("x86_64:x86-64-v4", "x86_64:x86-64-v2", "x86_64:x86-64-v3")) {
            assertThat(code.image().target()).hasToString("x86_64:x86-64-v2");
            assertThat(code.assembly())
                    .contains("fill.x86-64-v2\":", "fill.x86-64-v3\":", "fill.x86-64-v4\":", "xgetbv");
        }
    }

    @Test
    void aVariableThatTheHostKnowsIsOneForAllVersions() {
        String module = """
                @table = global [4 x float] zeroinitializer, section "offload.device"
                define void @k() "offload-kernel" {
                  store float 1.0, ptr @table
                  ret void
                }
                """;
        try (DeviceCode code = DeviceCompiler.create()
                .lower(
                        module.getBytes(UTF_8),
                        "k.ll",
                        List.of(DeviceTarget.parse("x86_64"), DeviceTarget.parse("x86_64:x86-64-v3")))) {
            assertThat(code.ir()).containsOnlyOnce("@table = ");
            assertThat(code.image().variables()).hasSize(1);
        }
    }

    private static String hostVersion(String target) {
        try (DeviceCode code = lowered(target)) {
            DeviceImage image = code.image();
            try (OwnedModule module = OwnedModule.parse(image.hostVersion().orElseThrow(), "host version")) {
                return ModuleWriter.text(module.module().raw());
            }
        }
    }

    private static DeviceCode lowered(String... targets) {
        return DeviceCompiler.create()
                .lower(
                        FILL.getBytes(UTF_8),
                        "fill.ll",
                        Arrays.stream(targets).map(DeviceTarget::parse).toList());
    }
}
