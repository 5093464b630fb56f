package io.github.offload4j.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeProbeTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void theInstalledRuntimeAnswers() {
        Optional<RuntimeLibrary> library =
                RuntimeLocator.ofThisProcess().search().chosen();
        assumeTrue(library.isPresent(), "there is no libomptarget");
        ProbeResult result = new RuntimeProbe(List.of(JAVA), Duration.ofMinutes(2))
                .ask(library.get().path());
        assertThat(result).isInstanceOfSatisfying(ProbeResult.Answered.class, answered -> {
            if (library.get().abi() == RuntimeAbi.LLVM_22) {
                assertThat(answered.devices())
                        .isNotEmpty()
                        .allSatisfy(device -> assertThat(device.properties()).isNotEmpty());
            }
        });
    }

    @Test
    void whatIsNoLibraryFailsWithTheLoadersWords(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("libomptarget.so"), "no library");
        assertThat(new RuntimeProbe(List.of(JAVA), Duration.ofMinutes(2)).ask(file))
                .isInstanceOfSatisfying(
                        ProbeResult.Failed.class,
                        failed -> assertThat(failed.reason()).contains("exit code 1: cannot load " + file));
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedFor() {
        RuntimeProbe probe = new RuntimeProbe(List.of("sleep", "60", "#"), Duration.ofMillis(50));
        assertThat(probe.ask(Path.of("x"))).isInstanceOf(ProbeResult.Failed.class);
    }

    @Test
    void descriptionsOfSeveralPluginsAreToldApart() {
        List<RuntimeDevice> devices = RuntimeProbe.devices("""
                offload4j devices 3
                offload4j end
                    HSA Runtime Version    1.14
                    Device Name            gfx90a:sramecc+
                    Product Name           AMD Instinct MI250X
                    Device Type            GPU
                    CUDA Driver Version    13000
                    Device Name            NVIDIA H200
                    Global Memory Size     150121545728 bytes
                    Compute Capabilities   9.0
                    Device Type    Generic-elf-64bit
                    UID            x86_64-0
                """);
        assertThat(devices)
                .extracting(RuntimeDevice::target)
                .containsExactly(Optional.of("amdgcn:gfx90a"), Optional.of("nvptx64:sm_90"), Optional.of("x86_64"));
        assertThat(devices)
                .extracting(RuntimeDevice::name)
                .containsExactly(Optional.of("AMD Instinct MI250X"), Optional.of("NVIDIA H200"), Optional.empty());
        assertThat(devices.get(1).memoryBytes()).contains(150121545728L);
        assertThat(devices.get(2).isHost()).isTrue();
    }

    @Test
    void descriptionsThatDoNotAddUpAreNotUsed() {
        assertThat(RuntimeProbe.devices("offload4j devices 2\n    Device Type    Generic-elf-64bit\n"))
                .hasSize(2)
                .allSatisfy(device -> assertThat(device.properties()).isEmpty());
    }
}
