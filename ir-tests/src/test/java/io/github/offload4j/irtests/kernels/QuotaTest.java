package io.github.offload4j.irtests.kernels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.block.CommonCode;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many processors' time control groups leave to a process, by files as the kernel has them. */
class QuotaTest {
    private static final long UNLIMITED = 1_000_000;

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private long quota() throws IOException {
        try (InputStream library = CommonCode.class.getResourceAsStream("cores.ll");
                OffloadRuntime runtime = OffloadRuntime.embedded();
                OffloadProgram program = OffloadJit.on(runtime)
                        .build()
                        .load(Objects.requireNonNull(library).readAllBytes(), "cores.ll")) {
            return program.function(".offload.cores.quota")
                    .call(text(folder), text(folder.resolve("own")))
                    .asLong();
        }
    }

    private static ByteBuffer text(Path path) {
        byte[] bytes = path.toString().getBytes(UTF_8);
        return ByteBuffer.allocateDirect(bytes.length + 1)
                .put(bytes)
                .put((byte) 0)
                .rewind();
    }

    @Test
    void withoutFilesThereIsNone() throws IOException {
        assertThat(quota()).isEqualTo(UNLIMITED);
    }

    @Test
    void aContainersIsInTheRoot() throws IOException {
        write("own", "0::/\n");
        write("cpu.max", "250000 100000\n");

        assertThat(quota()).isEqualTo(3);
    }

    @Test
    void maxIsNone() throws IOException {
        write("own", "0::/\n");
        write("cpu.max", "max 100000\n");

        assertThat(quota()).isEqualTo(UNLIMITED);
    }

    @Test
    void theSmallestOfTheGroupsAboveHolds() throws IOException {
        write("own", "0::/system.slice/a b.service/leaf\n");
        write("cpu.max", "max 100000\n");
        write("system.slice/cpu.max", "800000 100000\n");
        write("system.slice/a b.service/cpu.max", "200000 100000\n");
        write("system.slice/a b.service/leaf/cpu.max", "max 100000\n");

        assertThat(quota()).isEqualTo(2);
    }

    @Test
    void lessThanAProcessorIsOne() throws IOException {
        write("cpu.max", "5000 100000\n");

        assertThat(quota()).isOne();
    }

    @Test
    void ofVersion1ItIsInTwoFiles() throws IOException {
        write("own", "4:cpu,cpuacct:/docker/1\n0::/\n");
        write("cpu/cpu.cfs_quota_us", "400000\n");
        write("cpu/cpu.cfs_period_us", "100000\n");

        assertThat(quota()).isEqualTo(4);
    }

    @Test
    void ofVersion1MinusOneIsNone() throws IOException {
        write("cpu/cpu.cfs_quota_us", "-1\n");
        write("cpu/cpu.cfs_period_us", "100000\n");

        assertThat(quota()).isEqualTo(UNLIMITED);
    }

    @Test
    void whatIsNoNumberIsNone() throws IOException {
        write("own", "nonsense");
        write("cpu.max", "");

        assertThat(quota()).isEqualTo(UNLIMITED);
    }
}
