package io.github.offload4j.irtests.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.LlvmTool;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs for 64-bit Arm, built on this machine and run by an emulator on Debian's libomptarget for it, which {@code
 * tools/arm64/fetch} unpacks.
 */
class Arm64Test {
    /** As much as on x86-64, but that {@code char} is unsigned. */
    private static final String VALUES = """
            block 0 sees 63
            block 1 sees 126
            1121.375 1373.375 496 1520 6048
            """;

    /** The device's variable is its own; the host sees what it has written itself. */
    private static final String MATH = "2.0 3.5 504.5 21065.8201\n";

    private static final String MATH_ON_HOST = "2.0 11.5 504.5 21065.8201\n";

    @TempDir
    Path folder;

    private Path root;
    private Workplace workplace;

    @BeforeEach
    void open() throws IOException {
        Workplace.require("qemu-aarch64-static");
        root = Path.of(Optional.ofNullable(System.getenv("OFFLOAD4J_ARM64")).orElse("target/arm64"))
                .toAbsolutePath();
        if (!Files.exists(root.resolve("complete"))) {
            RuntimeInstallation.missing("Debian's packages for arm64 are not in '" + root
                    + "'; put them there with tools/arm64/fetch, or name their folder with OFFLOAD4J_ARM64");
        }
        workplace = new Workplace(folder);
        for (String name : List.of("values.c", "math.c")) {
            try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/arm64/" + name), name)) {
                workplace.write(name, new String(in.readAllBytes(), UTF_8));
            }
        }
    }

    private void build(String input, String options) {
        workplace.run("irgen build " + input + " --sysroot='" + root + "' -o program " + options);
    }

    private String run(String offload, String processor) {
        Execution execution = workplace.shell(
                folder,
                Map.of("OMP_TARGET_OFFLOAD", offload),
                "exec qemu-aarch64-static -cpu " + processor + " -L '" + root + "' ./program");
        return execution.exitCode() == 0 ? execution.output() : execution.toString();
    }

    @Test
    void kernelsInCAreBuiltByOneCommandAndRunOnTheDevice() {
        build("math.c", "--triple=aarch64-linux-gnu");
        assertThat(run("MANDATORY", "max")).isEqualTo(MATH);
    }

    @Test
    void theHostVersionComputesTheSame() {
        build("math.c", "--triple=aarch64-linux-gnu");
        assertThat(run("DISABLED", "cortex-a53")).isEqualTo(MATH_ON_HOST);
    }

    @Test
    void structuresCharactersBarriersAndWarpsOfANewerClang() throws IOException {
        String module = LlvmTool.require("clang")
                .run(List.of(
                        "--target=aarch64-linux-gnu",
                        "--sysroot=" + root,
                        "-O2",
                        "-S",
                        "-emit-llvm",
                        "-I" + folder.resolve("tools/include"),
                        folder.resolve("values.c").toString(),
                        "-o",
                        "-"));
        workplace.write("values.ll", module);
        build("values.ll", "");
        assertThat(run("MANDATORY", "max")).isEqualTo(VALUES);
        assertThat(run("DISABLED", "max")).isEqualTo(VALUES);
    }

    @Test
    void structuresCharactersBarriersAndWarpsOfTheBundledClang() {
        build("values.c", "--triple=aarch64-linux-gnu");
        assertThat(run("MANDATORY", "max")).isEqualTo(VALUES);
    }

    @Test
    void kernelsThatAreNotOptimised() {
        build("values.c", "--triple=aarch64-linux-gnu -O0");
        assertThat(run("MANDATORY", "max")).isEqualTo(VALUES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a53", "neoverse-n1", "max"})
    void anImageForSeveralProcessorsTakesNoneThatTheMachineLacks(String processor) {
        build(
                "math.c",
                "--triple=aarch64-linux-gnu --target=aarch64:neoverse-v2 --target=aarch64 --target=aarch64:neoverse-n1");
        assertThat(run("MANDATORY", processor)).isEqualTo(MATH);
        assertThat(run("DISABLED", processor)).isEqualTo(MATH_ON_HOST);
    }

    @ParameterizedTest
    @CsvSource({"neoverse-n1, false", "max, true"})
    void aMachineThatIsLikeNoneEndsTheProgramWithAMessage(String processor, boolean runs) {
        build("math.c", "--triple=aarch64-linux-gnu --target=aarch64:neoverse-v2 --target=aarch64:grace");
        if (runs) {
            assertThat(run("MANDATORY", processor)).isEqualTo(MATH);
        } else {
            assertThat(run("MANDATORY", processor))
                    .contains("kernel 'saxpy' is compiled for grace and neoverse-v2, and this machine lacks what they"
                            + " have; compile it for generic as well");
        }
    }

    @Test
    void aProgramHasImagesForGpusBesideTheOneForItsHost() {
        workplace.run(
                "irgen build math.c --triple=aarch64-linux-gnu --target=amdgcn:gfx90a --target=aarch64:neoverse-v2"
                        + " --sysroot='" + root + "' -o program");
        assertThat(run("MANDATORY", "max")).isEqualTo(MATH);
    }

    @Test
    void anImageForAnotherHostIsRefused() {
        Execution execution = workplace.shell(
                folder,
                Map.of(),
                "irgen build math.c --triple=aarch64-linux-gnu --target=x86_64 --sysroot='" + root + "' -o program");
        assertThat(execution.errors())
                .contains("the image for x86_64 is of no use to a program for 'aarch64-unknown-linux-gnu'; compile the"
                        + " kernels for aarch64");
        assertThat(execution.exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAnInstallationTheProgramIsNotLinked() {
        Execution execution = workplace.shell(
                folder,
                Map.of(),
                "irgen build math.c --triple=aarch64-linux-gnu --sysroot='" + folder + "' -o program");
        assertThat(execution.exitCode()).isNotZero();
        assertThat(folder.resolve("program")).doesNotExist();
    }
}
