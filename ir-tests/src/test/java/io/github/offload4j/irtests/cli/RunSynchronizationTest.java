package io.github.offload4j.irtests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.FakeDriver;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code irgen run --sync} asks the CUDA driver, whichever way the module came to be. */
class RunSynchronizationTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("tools/examples");

    private static final String[] ARGUMENTS = {
        "run", "saxpy.yaml", "--device", "saxpy-kernel.ll", "n=4", "a=2", "x=iota", "y=ones"
    };

    @TempDir
    Path directory;

    private IrgenProcess run(String... more) {
        String[] all = java.util.Arrays.copyOf(ARGUMENTS, ARGUMENTS.length + more.length);
        System.arraycopy(more, 0, all, ARGUMENTS.length, more.length);
        IrgenProcess run = IrgenProcess.run(
                EXAMPLES, Map.of("LD_LIBRARY_PATH", FakeDriver.in(directory).toString()), all);
        assertThat(run.exitCode()).as(run::toString).isZero();
        assertThat(run.output()).isEqualTo("y = 4 f32: 1 3 5 7; sum 16, crc32 66a463d1\n");
        return run;
    }

    @Test
    void spinningIsAskedOfEveryDevice() {
        Path library = RuntimeInstallation.require(22).offload();
        assertThat(run("--sync=spin", "--runtime=" + library).errors())
                .contains("cuDevicePrimaryCtxSetFlags(40, 1)\ncuDevicePrimaryCtxRetain(40)\n")
                .contains("cuDevicePrimaryCtxSetFlags(42, 1)\ncuDevicePrimaryCtxRetain(42)\n");
    }

    @Test
    void theDriverIsLeftAloneByDefault() {
        assertThat(run().errors()).doesNotContain("cuInit");
    }

    @Test
    void theDriverIsLeftAloneOnDevicesOfOurOwn() {
        assertThat(run("--runtime=embedded", "--sync=spin").errors()).doesNotContain("cuInit");
    }
}
