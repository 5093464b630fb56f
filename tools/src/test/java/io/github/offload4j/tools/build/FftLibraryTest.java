package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.tools.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that transform through generated code: FFTW itself, and the GPU check with a stand-in for cuFFT that works in
 * another thread, as cuFFT works on another device.
 */
class FftLibraryTest {
    private static final Path SOURCES = Path.of("gpu/fft").toAbsolutePath();
    private static final int LIMIT_IN_SECONDS = 120;

    @TempDir
    static Path directory;

    private static List<String> fftw;

    @BeforeAll
    static void findLibraries() {
        fftw = Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
                .map(folder -> List.of(folder + "/libfftw3.so.3", folder + "/libfftw3f.so.3"))
                .filter(libraries -> libraries.stream().map(Path::of).allMatch(Files::exists))
                .findFirst()
                .orElse(List.of());
        require(RuntimeLocator.ofThisProcess().search().chosen().isPresent(), "libomptarget");
        require(!fftw.isEmpty() && Files.exists(Path.of("/usr/include/fftw3.h")), "FFTW with its header");
    }

    private static void require(boolean found, String what) {
        if (System.getProperty("offload4j.runtimes", "auto").equals("required")) {
            assertThat(found).as(what + " is installed").isTrue();
        }
        assumeTrue(found, what + " is not installed");
    }

    private static String run(Map<String, String> environment, List<String> command) throws Exception {
        Path log = Files.createTempFile(directory, "log", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(SOURCES.toFile());
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(log);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static void compile(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("cc", "-O1", "-Wall", "-Wextra", "-Werror"));
        command.addAll(List.of(options));
        run(Map.of(), command);
    }

    private static Path build(String library, List<String> linked) {
        Path program = directory.resolve(library + ".exe");
        List<String> arguments = new ArrayList<>(
                List.of("build", SOURCES.resolve(library + ".yaml").toString(), "-o", program.toString()));
        linked.forEach(input -> arguments.addAll(List.of("--link", input)));
        Run irgen = Run.irgen(arguments.toArray(String[]::new));
        assertThat(irgen.err()).isEmpty();
        assertThat(irgen.exitCode()).isZero();
        return program;
    }

    private static void assertRight(String output) {
        assertThat(output.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| what")))
                .hasSize(13)
                .filteredOn(line -> !line.startsWith("| ---"))
                .allMatch(line -> line.contains("| 40 shapes") && line.contains(" | 0 | 0 | "));
        assertThat(output).endsWith("all right\n");
    }

    @Test
    void everyTransformOfFftwIsTheSumThatDefinesIt() throws Exception {
        Path check = directory.resolve("fftw.o");
        compile("-c", "check.c", "-o", check.toString());
        List<String> linked = new ArrayList<>(List.of(check.toString()));
        linked.addAll(fftw);

        assertRight(run(Map.of(), List.of(build("fftw", linked).toString())));
    }

    @Test
    void aPlanOfOtherSizesStopsTheProgram() throws Exception {
        Path check = directory.resolve("wrong.o");
        compile("-c", "check.c", "-o", check.toString());
        List<String> linked = new ArrayList<>(List.of(check.toString()));
        linked.addAll(fftw);
        Path program = build("fftw", linked);

        String wrong = run(Map.of(), List.of("sh", "-c", "'" + program + "' wrong 2>&1; echo status $?"));

        assertThat(wrong)
                .contains(
                        "fftw.yaml:3:5: 'c2c' is given n = 8 and batch = 1, and its plan is for 8 and 2, in 'run_c2c'")
                .contains("status 134");
    }

    @Test
    void everyTransformOfCufftIsWaitedFor() throws Exception {
        Path check = directory.resolve("cufft.o");
        compile("-DCUFFT", "-c", "check.c", "-o", check.toString());
        Path standIn = directory.resolve("libcufft.so.12");
        List<String> shared = new ArrayList<>(List.of("-shared", "-fPIC", "standin.c"));
        shared.addAll(fftw);
        shared.addAll(List.of("-lpthread", "-Wl,-soname,libcufft.so.12", "-o", standIn.toString()));
        compile(shared.toArray(String[]::new));
        Files.createSymbolicLink(directory.resolve("libcuda.so.1"), standIn.getFileName());

        Path program = build("cufft", List.of(check.toString(), standIn.toString()));

        assertRight(run(Map.of("LD_LIBRARY_PATH", directory.toString()), List.of(program.toString())));
    }
}
