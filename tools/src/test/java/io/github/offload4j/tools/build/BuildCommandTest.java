package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code build} makes from a spec and a kernel, and that it runs. */
class BuildCommandTest {
    private static final String KERNEL = """
            define void @increment(ptr %place) #0 {
              %old = atomicrmw add ptr %place, i32 1 monotonic
              ret void
            }
            attributes #0 = { "offload-kernel" }
            """;
    private static final String SPEC = """
            offloads:
              - name: count
                callee: increment
                parameters:
                  - {name: place, type: ptr, map: tofrom, pointee: i32}
                grid: 3
                block: 7
            """;
    /** Its exit code is what 3 blocks of 7 threads counted to. */
    private static final String MAIN = """
            declare void @count(ptr)
            define i32 @main() {
              %place = alloca i32
              store i32 0, ptr %place
              call void @count(ptr %place)
              %counted = load i32, ptr %place
              ret i32 %counted
            }
            """;

    /** Its exit code is what 2 blocks of 5 threads counted to. */
    private static final String MARKED = """
            declare void @increment(ptr)
            define i32 @main() {
              %place = alloca i32
              store i32 0, ptr %place
              call void @increment(ptr %place) [
                  "offload"(i1 false, i64 -1),
                  "offload.grid"(i32 2, i32 1, i32 1),
                  "offload.block"(i32 5, i32 1, i32 1),
                  "offload.map"(i32 0, i64 4, i64 3) ]
              %counted = load i32, ptr %place
              ret i32 %counted
            }
            """;

    @TempDir
    Path directory;

    private Path spec;
    private Path kernels;

    @BeforeEach
    void writeInputs() throws IOException {
        spec = Files.writeString(directory.resolve("spec.yaml"), SPEC);
        kernels = Files.writeString(directory.resolve("kernels.ll"), KERNEL);
    }

    private Run build(String output, String... more) {
        String[] all = new String[more.length + 7];
        String[] first = {
            "build", spec.toString(), "--device", kernels.toString(), "--target=x86_64", "-o", path(output)
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Run.irgen(all);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void assemblyThatLlvmCannotReadIsAnError(@TempDir Path folder) throws IOException {
        Path in = Files.writeString(folder.resolve("in.ll"), """
                define void @f() {
                  call void asm sideeffect "bogus", ""()
                  ret void
                }
                """);

        Run run =
                Run.irgen("build", in.toString(), "-o", folder.resolve("out.o").toString());

        assertThat(run.err())
                .startsWith("irgen: " + in + ": error: no code for '")
                .contains("<inline asm>:1:2: invalid instruction mnemonic 'bogus'\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(folder).isDirectoryNotContaining("glob:**/*out*");
    }

    @Test
    void endingOfTheOutputTellsWhatToBuild() throws IOException {
        assertThat(build("module.ll").exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("module.ll")))
                .contains("@.omp_offloading.device_image = internal")
                .contains("define internal void @.offload_host.increment(");
        assertThat(build("module.o").exitCode()).isZero();
        assertThat(Files.readAllBytes(directory.resolve("module.o"))).startsWith(0x7F, 'E', 'L', 'F');
    }

    @Test
    void programRunsOnTheHostPluginAndWithoutOffloading() throws Exception {
        requireRuntime();
        assertThat(build("program", "--link", mainObject()).err()).isEmpty();

        assertThat(exitCode(Map.of())).isEqualTo(21);
        assertThat(exitCode(Map.of("OMP_TARGET_OFFLOAD", "DISABLED"))).isEqualTo(21);
    }

    @Test
    void sharedLibraryIsLinkedToo() throws IOException {
        requireRuntime();
        assertThat(build("library.so").err()).isEmpty();
        assertThat(Files.readAllBytes(directory.resolve("library.so"))).startsWith(0x7F, 'E', 'L', 'F');
    }

    @Test
    void reportsWhatTheLinkerMisses() {
        requireRuntime();
        Run run = build("program");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("linking failed", "main");
        assertThat(directory.resolve("program")).doesNotExist();
    }

    @Test
    void refusesAKernelThatTheImageLacks() throws IOException {
        Files.writeString(spec, SPEC.replace("callee: increment", "callee: decrement"));
        Run run = build("module.ll");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("kernel 'decrement' is launched, and the image for x86_64 does not have it");
    }

    @Test
    void refusesAKernelThatTakesOtherParameters() throws IOException {
        Files.writeString(kernels, KERNEL.replace("(ptr %place)", "(ptr %place, i32 %by)"));
        Run run = build("module.ll");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("the launch increment(ptr) does not fit kernel increment(ptr, i32) in the image for x86_64");
    }

    @Test
    void moduleWithMarkedCallsIsLoweredAndRuns() throws Exception {
        requireRuntime();
        Path marked = Files.writeString(directory.resolve("marked.ll"), MARKED);
        Run run = Run.irgen(
                "build", marked.toString(), "--device", kernels.toString(), "--target=x86_64", "-o", path("program"));

        assertThat(run.err()).isEmpty();
        assertThat(exitCode(Map.of())).isEqualTo(10);
        assertThat(exitCode(Map.of("OMP_TARGET_OFFLOAD", "DISABLED"))).isEqualTo(10);
    }

    @Test
    void moduleWithoutMarkedCallsLaunchesNothing() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain.ll"), MAIN);
        Run run = Run.irgen(
                "build", plain.toString(), "--device", kernels.toString(), "--target=x86_64", "-o", path("module.ll"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no call is marked, so nothing would launch the kernels");
    }

    @Test
    void withoutATargetTheImageIsForTheHost() throws IOException {
        Run run = Run.irgen("build", spec.toString(), "--device", kernels.toString(), "-o", path("module.ll"));

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("module.ll")))
                .contains("define internal void @.offload_host.increment(");
    }

    @Test
    void aTargetWithoutKernelsIsWrongUsage() {
        Run run = Run.irgen("build", spec.toString(), "--target=x86_64", "-o", path("module.ll"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "--target compiles kernels, and the input has none; name the file that has them with --device");
    }

    @Test
    void theOutputIsNoInput() {
        Run run = Run.irgen("build", spec.toString(), "-o", spec.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the output would overwrite the input '" + spec + "'");
    }

    private String mainObject() throws IOException {
        Path main = Files.writeString(directory.resolve("main.ll"), MAIN);
        Path object = directory.resolve("main.o");
        Objects.compile(main, object);
        return object.toString();
    }

    private int exitCode(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(path("program"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void requireRuntime() {
        boolean found = RuntimeLocator.ofThisProcess().search().chosen().isPresent();
        if (System.getProperty("offload4j.runtimes", "auto").equals("required")) {
            assertThat(found).as("libomptarget is installed").isTrue();
        }
        assumeTrue(found, "no libomptarget to link with");
    }
}
