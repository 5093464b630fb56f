package io.github.offload4j.tools.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.tools.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that call a BLAS library through generated code: CBLAS itself, and the GPU check with a stand-in for cuBLAS that
 * works in another thread, as cuBLAS works on another device.
 */
class GpuLibraryTest {
    private static final Path SOURCES = Path.of("gpu/blas").toAbsolutePath();
    private static final List<Path> OPENBLAS = Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
            .map(folder -> Path.of(folder, "libopenblas.so.0"))
            .toList();
    private static final int LIMIT_IN_SECONDS = 120;

    @TempDir
    static Path directory;

    private static String openBlas;

    @BeforeAll
    static void findLibraries() {
        openBlas = OPENBLAS.stream()
                .filter(Files::exists)
                .findFirst()
                .map(Path::toString)
                .orElse("");
        require(RuntimeLocator.ofThisProcess().search().chosen().isPresent(), "libomptarget");
        require(!openBlas.isEmpty(), "OpenBLAS (libopenblas.so.0)");
    }

    private static void require(boolean found, String what) {
        if (System.getProperty("offload4j.runtimes", "auto").equals("required")) {
            assertThat(found).as(what + " is installed").isTrue();
        }
        assumeTrue(found, what + " is not installed");
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
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

    private static Path compile(String source, String... options) throws Exception {
        Path object = directory.resolve(Path.of(source).getFileName() + ".o");
        List<String> command = new ArrayList<>(List.of("cc", "-O1", "-Wall", "-Werror", "-fPIC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-c", source, "-o", object.toString()));
        run(Map.of(), command.toArray(String[]::new));
        return object;
    }

    private static Path build(String spec, String... options) {
        Path program = directory.resolve(Path.of(spec).getFileName() + ".exe");
        List<String> arguments =
                new ArrayList<>(List.of("build", SOURCES.resolve(spec).toString()));
        arguments.addAll(List.of("-o", program.toString()));
        arguments.addAll(List.of(options));
        Run irgen = Run.irgen(arguments.toArray(String[]::new));
        assertThat(irgen.err()).isEmpty();
        assertThat(irgen.exitCode()).isZero();
        return program;
    }

    /** Returns what the rows of a table say about status and wrong numbers, by what the row is about. */
    private static List<String> rows(String output) {
        return output.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| what"))
                .toList();
    }

    /** Writes what calls every routine of a library, and returns the folder that it is in. */
    private static Path glue(String library) throws Exception {
        Path folder = Files.createDirectory(directory.resolve(library));
        run(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "Glue.java",
                library,
                folder.toString());
        return folder;
    }

    private static Path every(Path folder, String library) throws Exception {
        Path driver = compile("every.c", "-I" + folder);
        return build(folder.resolve("every.yaml").toString(), "--link", driver.toString(), "--link", library);
    }

    private static void assertRight(long number, List<String> rows) {
        assertThat(rows).hasSize((int) number).allMatch(row -> row.contains(" | 40 random shapes | 0 | 0 | "));
    }

    @Test
    void everyRoutineOfCblasComputesWhatPlainCodeComputes() throws Exception {
        Path program = every(glue("cblas"), openBlas);

        assertRight(Library.CBLAS.functions().size(), rows(run(Map.of(), program.toString())));
    }

    private static boolean takesPointers(LibraryFunction function) {
        return function.parameters().stream()
                .anyMatch(parameter -> parameter instanceof LibraryParameter.Array array && array.isOfPointers());
    }

    /** Builds what stands in for cuBLAS and the driver, computing by plain code. */
    private static Path standIn(Path folder) throws Exception {
        Path object = compile(folder.resolve("standin-every.c").toString(), "-Wno-unused-function", "-I.");
        Path standIn = folder.resolve("libcublas.so.13");
        String soname = "-Wl,-soname,libcublas.so.13";
        run(Map.of(), "cc", "-shared", object.toString(), "-lm", soname, "-o", standIn.toString());
        Files.createSymbolicLink(folder.resolve("libcuda.so.1"), standIn.getFileName());
        return standIn;
    }

    /** The stand-in computes by the same plain code, but gets what is mapped, and looks where factors and results are. */
    @Test
    void everyRoutineOfCublasGetsWhatItNeedsInBothPointerModes() throws Exception {
        Path folder = glue("cublas");
        Path program = every(folder, standIn(folder).toString());

        String output = run(Map.of("LD_LIBRARY_PATH", folder.toString()), program.toString());

        List<LibraryFunction> functions = Library.CUBLAS.functions().stream()
                .filter(function -> !takesPointers(function))
                .toList();
        long withNumbers = functions.stream()
                .filter(function -> function.parameters().stream().anyMatch(LibraryParameter.Numbers.class::isInstance))
                .count();
        assertRight(functions.size() + withNumbers, rows(output));
        assertBatchesByPointersAreRight(folder);
    }

    /** Arrays of pointers are found where they were mapped before, and missed where they were not. */
    private static void assertBatchesByPointersAreRight(Path folder) throws Exception {
        Path driver = compile("batch.c", "-Wno-unused-function");
        Path program = build(
                "batch.yaml",
                "--link",
                driver.toString(),
                "--link",
                folder.resolve("libcublas.so.13").toString());
        assertThat(run(Map.of("LD_LIBRARY_PATH", folder.toString()), program.toString()))
                .isEqualTo("batch: right\n");
        ProcessBuilder unmapped = new ProcessBuilder(program.toString(), "unmapped").redirectErrorStream(true);
        unmapped.environment().put("LD_LIBRARY_PATH", folder.toString());
        Process process = unmapped.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(output).contains("device mapping required by 'present' map type modifier does not exist");
    }

    @Test
    void everyRoutineOfCublasAndTheProgramsAroundThemAreRight() throws Exception {
        Path standIn = directory.resolve("libcublas.so.13");
        Path object = compile("standin.c");
        run(
                Map.of(),
                "cc",
                "-shared",
                object.toString(),
                openBlas,
                "-lpthread",
                "-Wl,-soname,libcublas.so.13",
                "-o",
                standIn.toString());
        Files.createSymbolicLink(directory.resolve("libcuda.so.1"), standIn.getFileName());
        Path driver = compile("check.c", "-DSTAND_IN");
        Path ten = directory.resolve("ten.o");
        Run lowered =
                Run.irgen("build", SOURCES.resolve("ten.ll").toString(), "--transfers=resident", "-o", ten.toString());
        assertThat(lowered.err()).isEmpty();
        Path program = build(
                "blas.yaml",
                "--device",
                SOURCES.resolve("kernels.ll").toString(),
                "--target=x86_64",
                "--link",
                driver.toString(),
                "--link",
                ten.toString(),
                "--link",
                standIn.toString());

        String output = run(Map.of("LD_LIBRARY_PATH", directory.toString()), program.toString());

        assertThat(output).endsWith("all right\n");
        assertTenCallsCopyOnce(program);
        assertThat(rows(output))
                .hasSize(25)
                .as("the call that does not wait shows that waiting matters")
                .anyMatch(row -> row.startsWith("| sgemm that does not wait") && !row.contains(" | 0 | 0 | "));
    }

    /** Ten calls in a loop, with 44 bytes of arguments that are all mapped both ways. */
    private static void assertTenCallsCopyOnce(Path program) throws Exception {
        Map<String, String> reporting = Map.of("LD_LIBRARY_PATH", directory.toString(), "LIBOMPTARGET_INFO", "32");

        String output = run(reporting, program.toString(), "ten");

        assertThat(output).contains("ten: right");
        assertThat(copied(output, "host to device")).isEqualTo(44);
        assertThat(copied(output, "device to host")).isEqualTo(8);
    }

    private static int copied(String output, String direction) {
        return Pattern.compile("Copying data from " + direction + ".*Size=(\\d+)")
                .matcher(output)
                .results()
                .mapToInt(copy -> Integer.parseInt(copy.group(1)))
                .sum();
    }
}
