package io.github.offload4j.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that generate code check it: an error stops them before they write, a warning is printed. */
class ChecksInCommandsTest {
    private static final String READS = """
            define void @first(ptr %a) {
              store i8 1, ptr %a
              ret void
            }

            define void @run(ptr %x) {
              call void @first(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 1) ]
              ret void
            }
            """;

    private static final String LAUNCHES = """
            declare void @k(ptr)

            define void @run(ptr %x) {
              call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 32, i64 1) ]
              ret void
            }
            """;

    private static final String SPEC = """
            offloads:
              - name: run
                callee: k
                parameters:
                  - {name: x, type: ptr, map: to, pointee: "[8 x float]"}
                grid: 1
                block: 1
            """;

    private static final String KERNEL = """
            define void @k(ptr %x) "offload-kernel" {
              store float 1.0, ptr %x
              ret void
            }
            """;

    private static final String NOT_COPIED_BACK =
            "kernel 'k' writes argument 'x', which is never copied back; map it 'from' or 'tofrom' [direction]\n";

    @TempDir
    Path folder;

    private String reads;
    private String launches;
    private String spec;
    private String kernel;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        reads = Files.writeString(folder.resolve("reads.ll"), READS).toString();
        launches = Files.writeString(folder.resolve("launches.ll"), LAUNCHES).toString();
        spec = Files.writeString(folder.resolve("spec.yaml"), SPEC).toString();
        kernel = Files.writeString(folder.resolve("kernel.ll"), KERNEL).toString();
        output = folder.resolve("out.ll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "build"})
    void anErrorInAMarkedModuleStopsTheCommand(String command) {
        Run run = Run.irgen(command, reads, "-o", output.toString());

        assertThat(run.err())
                .startsWith("irgen: " + reads + ": error: in function 'first': 'first' writes device memory")
                .contains("[host-use-of-device-memory]\n")
                .contains("note: 'run' passes it to 'first' as argument 1\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "build"})
    void aCheckIsTurnedOffByItsName(String command) {
        Run run = Run.irgen(command, reads, "--check=host-use-of-device-memory=off", "-o", output.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(output).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "lower", "build"})
    void everyCommandFindsAResultThatIsCopiedBackIntoAConstant(String command) throws IOException {
        String constant = Files.writeString(
                        folder.resolve("constant.ll"),
                        "@table = constant [8 x float] zeroinitializer\n"
                                + LAUNCHES.replace("call void @k(ptr %x)", "call void @k(ptr @table)")
                                        .replace("i64 1)", "i64 3)"))
                .toString();

        Run run = command.equals("check")
                ? Run.irgen(command, constant)
                : Run.irgen(command, constant, "-o", output.toString());

        assertThat(run.err() + run.out())
                .contains("error: in function 'run': argument 'table' is copied back into constant 'table', which the"
                        + " program cannot write; map it 'to' [direction]\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void loweringLooksIntoTheKernelsThatAreGiven() {
        Run run = Run.irgen("lower", launches, "--kernels", kernel, "-o", output.toString());

        assertThat(run.err()).isEqualTo("irgen: " + launches + ": warning: in function 'run': " + NOT_COPIED_BACK);
        assertThat(run.exitCode()).isZero();
        assertThat(output).exists();
    }

    @Test
    void emissionNamesTheOffloadInTheSpec() {
        Run run = Run.irgen("emit", spec, "--kernels", kernel, "--check=direction=error", "-o", output.toString());

        assertThat(run.err())
                .isEqualTo("irgen: " + spec + ":2:5: error: " + NOT_COPIED_BACK + "  - name: run\n    ^\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--check=direction=warning", "--check=direction=error"})
    void buildingLooksIntoTheKernelsThatItCompiles(String level) {
        Run run = Run.irgen("build", spec, "--device", kernel, "--target=x86_64", level, "-o", output.toString());

        boolean error = level.endsWith("error");
        assertThat(run.err())
                .startsWith("irgen: " + spec + ":2:5: " + (error ? "error: " : "warning: ") + NOT_COPIED_BACK);
        assertThat(run.exitCode()).isEqualTo(error ? 1 : 0);
        assertThat(Files.exists(output)).isEqualTo(!error);
    }

    @Test
    void theTargetsThatAreBuiltForDecideAboutTheBounds() throws IOException {
        String deep = Files.writeString(folder.resolve("deep.yaml"), SPEC.replace("block: 1", "block: [1, 1, 128]"))
                .toString();
        String off = "--check=direction=off";

        Run host = Run.irgen("build", deep, "--device", kernel, "--target=x86_64", off, "-o", output.toString());
        Run unknown = Run.irgen("emit", deep, "-o", output.toString());
        Run nvidia = Run.irgen("emit", deep, "--devices=nvptx", "-o", output.toString());

        assertThat(host.err()).isEmpty();
        assertThat(unknown.err()).contains("warning: the block of kernel 'k' has 128 threads in z");
        assertThat(unknown.exitCode()).isZero();
        assertThat(nvidia.err()).contains("error: the block of kernel 'k' has 128 threads in z");
        assertThat(nvidia.exitCode()).isEqualTo(1);
    }

    @Test
    void runningChecksFirst() {
        Run run = Run.irgen("run", spec, "--device", kernel, "--check=direction=error", "--runtime=embedded", "x=ones");

        assertThat(run.err()).startsWith("irgen: " + spec + ":2:5: error: " + NOT_COPIED_BACK);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aModuleWithoutMarksComesOutUnchecked() throws IOException {
        String lowered = folder.resolve("lowered.ll").toString();
        Run.irgen("lower", reads, "--check=host-use-of-device-memory=off", "-o", lowered);

        Run again = Run.irgen("lower", lowered, "-o", output.toString());

        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(output)).isEqualTo(Files.readString(Path.of(lowered)));
    }
}
