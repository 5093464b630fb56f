package io.github.offload4j.runtime.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All programs in one JVM, in changing orders, on the embedded device and on a libomptarget when there is one. */
@EnabledOnOs(OS.LINUX)
class RepeatedTest {
    /** A build that has to have the runtimes has the time as well. */
    private static final boolean THOROUGH = "required".equals(System.getProperty("offload4j.runtimes"));

    /** libomptarget keeps some of every image it has loaded, about 130 KiB a round of all programs. */
    private static final int ROUNDS = THOROUGH ? 50 : 10;

    private static final long SEED = 20261;

    @TempDir
    private Path folder;

    @Test
    void programsGiveTheSameInAnyOrderAndMemoryDoesNotGrow() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                RepeatedProcess.class.getName(),
                Integer.toString(ROUNDS),
                Long.toString(SEED)));
        RuntimeLocator.ofThisProcess().search().usable().stream()
                .filter(library -> library.abi() == RuntimeAbi.LLVM_22)
                .findFirst()
                .map(RuntimeLibrary::path)
                .ifPresent(path -> command.add(path.toString()));
        Path output = folder.resolve("out");
        Path errors = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();

        String[] kilobytes = Files.readString(output).strip().split(" ", -1);
        long warm = Long.parseLong(kilobytes[0]);
        long end = Long.parseLong(kilobytes[1]);
        assertThat(end - warm)
                .as(warm + " KiB after the warm-up, " + end + " at the end")
                .isLessThan(warm / 20);
    }
}
