package io.github.offload4j.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSourceTest {
    @Test
    void theToolsLines() {
        assertThat(NvidiaSource.ofTool("NVIDIA H200, 143771, 9.0\nQuadro K420, [N/A], [N/A]\n"))
                .containsExactly(
                        new Gpu("NVIDIA H200", Optional.of(143771L << 20), Optional.of("nvptx64:sm_90")),
                        new Gpu("Quadro K420", Optional.empty(), Optional.empty()));
    }

    @Test
    void aToolThatFailsPrintsNothingOfUse() {
        assertThat(NvidiaSource.ofTool("NVIDIA-SMI has failed because it couldn't communicate with the driver\n"))
                .isEmpty();
    }

    @Test
    void theKernelModulesFiles(@TempDir Path directory) throws IOException {
        Path gpu = Files.createDirectory(directory.resolve("0000:01:00.0"));
        Files.writeString(gpu.resolve("information"), "Model: \t\t NVIDIA H200\nIRQ:   \t\t 18\n");
        assertThat(NvidiaSource.ofKernelModule(directory))
                .containsExactly(new Gpu("NVIDIA H200", Optional.empty(), Optional.empty()));
        assertThat(NvidiaSource.ofKernelModule(directory.resolve("nothing"))).isEmpty();
    }
}
