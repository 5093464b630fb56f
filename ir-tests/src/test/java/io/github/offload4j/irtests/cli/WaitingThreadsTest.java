package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Clang;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels on hosts whose threads wait for each other, run by what there is to run them. */
class WaitingThreadsTest {
    private static final Path SOURCE =
            Path.of("src/test/resources/waiting/waiting.c").toAbsolutePath();
    private static final String MARKS =
            "-I" + Path.of("../tools/include").toAbsolutePath().normalize();
    private static final String EMBEDDED = "--runtime=embedded";

    private static IrgenProcess run(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", SOURCE.toString(), MARKS));
        arguments.addAll(List.of(options));
        return IrgenProcess.run(SOURCE.getParent(), environment, arguments.toArray(String[]::new));
    }

    private static void assertRight(Map<String, String> environment, String runtime) {
        IrgenProcess process = run(environment, "--entry=right", runtime);
        assertThat(process.output()).as(process::errors).contains("0 wrong\n");
        assertThat(process.exitCode()).isZero();
    }

    private static String libomptarget(int version) {
        return "--runtime=" + RuntimeInstallation.require(version).offload();
    }

    @Test
    void onTheEmbeddedDevice() {
        assertRight(Map.of(), EMBEDDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 22})
    void onLibomptarget(int version) {
        assertRight(Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), libomptarget(version));
    }

    @Test
    void byTheHostVersionsWhereLaunchesAreRefused() {
        assertRight(Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), libomptarget(22));
    }

    @Test
    void nothingIsFoundInWhatTheHostKeepsOfTheKernels(@TempDir Path folder) throws IOException {
        String ir = Clang.emitLlvm(SOURCE, MARKS, "-O2", "-Xclang", "-disable-llvm-passes");
        Files.writeString(folder.resolve("waiting.ll"), ir, UTF_8);
        IrgenProcess process = IrgenProcess.run(folder, "lower", "waiting.ll", "-o", "lowered.ll");

        assertThat(process.errors()).doesNotContain("error:", "warning:");
        assertThat(process.exitCode()).isZero();
    }

    @Test
    void threadsThatWaitForEachOtherAtTwoBarriersEndTheProgram() {
        IrgenProcess process = run(Map.of(), "--entry=waiting_for_ever", EMBEDDED);

        assertThat(process.exitCode()).isNotZero();
        assertThat(process.errors())
                .contains("offload4j: error: kernel 'apart' would wait for ever: threads of one block wait at"
                        + " 'offload.barrier (waiting.c:67:9)' and at 'offload.barrier (waiting.c:64:9)'\n");
    }

    @Test
    void aLaunchWithoutTheSharedMemoryThatTheKernelUsesEndsTheProgram() {
        IrgenProcess process = run(Map.of(), "--entry=without_memory", EMBEDDED);

        assertThat(process.exitCode()).isNotZero();
        assertThat(process.errors())
                .contains("offload4j: error: kernel 'turn' uses shared memory whose size the launch decides, and was"
                        + " launched without any\n");
    }
}
