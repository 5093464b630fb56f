package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private static final String SPEC = "examples/saxpy.yaml";
    private static final String KERNELS = "examples/saxpy-kernel.ll";
    private static final String RESULT = "y = 1000 f32: 1 3 5 7 … 1993 1995 1997 1999; sum 1000000, crc32 3bcdbc66\n";

    /** 2 * i + 1. */
    private static Run saxpy(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", SPEC, "--device", KERNELS, "--runtime=embedded", "n=1000", "a=2", "x=iota:1000", "y=ones"));
        arguments.addAll(List.of(more));
        return Run.irgen(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 22, 23})
    void runsOnDevicesLikeThoseOfAnyVersion(int version) {
        Run run = Run.irgen(
                "run", SPEC, "--device", KERNELS, "--runtime=embedded:" + version, "n=3", "a=2", "x=iota", "y=ones:3");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("y = 3 f32: 1 3 5;");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "24", "", "portable"})
    void devicesAreLikeThoseOfAVersionThatIsKnown(String version) {
        Run run = Run.irgen("run", SPEC, "--device", KERNELS, "--runtime=embedded:" + version, "n=3");

        assertThat(run.err())
                .startsWith("irgen: error: there are no devices like those of libomptarget '" + version
                        + "'; give a version from 19 to 23\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aSpecRunsAndItsResultsArePrinted() {
        Run run = saxpy();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(RESULT);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aDeviceThatIsNotThereIsAnErrorOfTheOffloadsPlace() {
        String spec = """
                offloads:
                  - name: run
                    callee: saxpy
                    device: 7
                    grid: 1
                    block: 1
                    parameters:
                      - {name: n, type: i64}
                      - {name: a, type: float}
                      - {name: x, type: ptr, map: to, element: float, count: n}
                      - {name: y, type: ptr, map: tofrom, element: float, count: n}
                """;
        Run run = Run.withInput(
                spec, "run", "-", "--device", KERNELS, "--runtime=embedded", "n=1", "a=1", "x=ones", "y=ones");

        assertThat(run.err())
                .isEqualTo("irgen: <stdin>:2:5: error: device 7 does not exist; there are 4, numbered from 0\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void standardInputIsASpecAlsoWhereItHasNothingButData() {
        String spec = """
                data:
                  - name: copy_in
                    action: enter
                    parameters:
                      - {name: n, type: i64}
                      - {name: x, type: ptr, map: to, element: float, count: n}
                """;
        Run run = Run.withInput(spec, "run", "-", "--runtime=embedded", "n=3", "x=iota");

        assertThat(run.err())
                .isEqualTo(
                        "irgen: <stdin>: error: data was mapped and never unmapped: 'x' (<stdin>:2:5), 12 bytes, 1 times"
                                + " on device 0\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aBlockOfIrMayHaveTheNameOfAKey() {
        Run run = Run.withInput(
                "define i32 @f() {\n  br label %data\ndata:\n  ret i32 7\n}\n", "run", "-", "--runtime=embedded");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("result = 7\n");
    }

    @Test
    void resultsCanBeSaved(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("y.f32");
        assertThat(saxpy("--save", "y=@" + file).exitCode()).isZero();
        assertThat(Files.size(file)).isEqualTo(4000);

        Run again = Run.irgen(
                "run", SPEC, "--device", KERNELS, "--runtime=embedded", "n=1000", "a=0", "x=zeros", "y=@" + file);
        assertThat(again.out()).isEqualTo(RESULT);
    }

    @Test
    void theTraceAndTheTimelineTellWhatHappened(@TempDir Path directory) throws IOException {
        Path trace = directory.resolve("t.json");
        Path timeline = directory.resolve("t.svg");
        Run run = saxpy("--trace=" + trace, "--timeline=" + timeline, "--summary");
        assertThat(run.err()).startsWith("1 launch, 2 data calls, 8 kB in, 4 kB out, ");
        assertThat(Files.readString(trace)).contains("\"name\": \"launch saxpy\"", "\"grid\": [4, 1, 1]");
        assertThat(Files.readString(timeline)).contains("launch saxpy", "grid 4, block 256");
    }

    @Test
    void whatDoesNotFitIntoTheDevicesMemoryIsToldOfTheArgument(@TempDir Path directory) throws IOException {
        Path module = Files.writeString(directory.resolve("huge.ll"), """
                @g = global i64 0
                @place = global ptr @g
                declare void @saxpy(i64, float, ptr, ptr)
                define void @run(ptr %x) {
                  %p = load ptr, ptr @place
                  call void @saxpy(i64 0, float 1.0, ptr %p, ptr %x) [ "offload"(i1 false, i64 -1),
                    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                    "offload.map"(i32 2, i64 4611686018427387904, i64 1), "offload.map"(i32 3, i64 8, i64 3) ]
                  ret void
                }
                """);

        Run run = Run.irgen("run", module.toString(), "--device", KERNELS, "--runtime=embedded", "x=iota:2:f32");

        assertThat(run.err()).contains("does not fit into the memory of device 0: it has 4611686018427387904 bytes");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anArrayThatIsShorterThanItsMappingIsToldByItsName(@TempDir Path directory) throws IOException {
        Path module = Files.writeString(directory.resolve("short.ll"), """
                declare void @saxpy(i64, float, ptr, ptr)
                define void @run(i64 %n, ptr %in, ptr %out) {
                  %bytes = mul i64 %n, 4
                  call void @saxpy(i64 %n, float 1.0, ptr %in, ptr %out) [ "offload"(i1 false, i64 -1),
                    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 256, i32 1, i32 1),
                    "offload.map"(i32 2, i64 %bytes, i64 1), "offload.map"(i32 3, i64 %bytes, i64 3) ]
                  ret void
                }
                """);

        Run run = Run.irgen(
                "run",
                module.toString(),
                "--device",
                KERNELS,
                "--runtime=embedded",
                "n=8",
                "in=iota:8:f32",
                "out=zeros:4:f32",
                "--save=out=@" + directory.resolve("out.f32"));

        assertThat(run.err())
                .isEqualTo("irgen: " + module + ": error: argument 3 of 'run' has 16 bytes, and its bytes 0 to 32 are"
                        + " mapped as 'out'; give as many as the sizes that the program gets say\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(directory).isDirectoryNotContaining("glob:**/out.f32");
    }

    @Test
    void aSpecsKernelsHaveToBeNamed() {
        Run run = Run.irgen("run", SPEC, "--runtime=embedded", "n=1", "a=1", "x=ones", "y=ones");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("irgen: " + SPEC
                        + ": error: launches kernels; name the file that has them with --device KERNELS.ll\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n=1000 a=2 x=iota:10 y=ones    | argument 'x': it has 10 elements, and the program uses 1000",
                "n=-1 a=2 x=iota y=ones         | argument 'x': the program would use -1 elements of it",
                "n=1000 a=2 x=iota              | no value is given for 'y' of 'run_saxpy'; add y=iota:1000 or the like",
                "n=1000 b=2 x=iota y=ones       | 'run_saxpy' has no parameter 'b'; it has n, a, x, y",
                "n=1 n=2                        | argument 'n' is given twice",
                "1000                           | '1000' is no argument of the program; write NAME=VALUE, for example"
                        + " n=1000 or x=zeros:1000",
                "--entry=run a=1                | there is no function 'run'; there is run_saxpy",
                "--target=gpu                   | unknown device target 'gpu'; the targets are nvptx64:sm_XX,"
                        + " amdgcn:gfxXXX, x86_64 and aarch64",
                "n=2 a=2 x=iota y=ones --save=z=@f | there is no array 'z'; there is x or y"
            })
    void wrongUsage(String arguments, String message) {
        List<String> all = new ArrayList<>(List.of("run", SPEC, "--device", KERNELS, "--runtime=embedded"));
        all.addAll(List.of(arguments.strip().split(" ")));
        Run run = Run.irgen(all.toArray(String[]::new));
        assertThat(run.err()).isEqualTo("irgen: error: " + message + "\nirgen: note: try 'irgen run --help'\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aModuleRunsAndReturnsAResult(@TempDir Path directory) throws IOException {
        Path module = module(directory, """
                define i32 @sum(ptr %x, i32 %n) {
                  %first = load i32, ptr %x
                  %all = add i32 %first, %n
                  store i32 %all, ptr %x
                  ret i32 %all
                }
                """);
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded", "x=5,6:i32", "n=3");
        assertThat(run.out()).isEqualTo("result = 8\nx = 2 i32: 8 6; sum 14, crc32 93ac9b00\n");
    }

    private static final String MARKED = """
            declare void @saxpy(i64, float, ptr, ptr)
            define void @twice(i64 %n, float %a, ptr noalias %x, ptr noalias %y) {
              %bytes = mul i64 %n, 4
              call void @saxpy(i64 %n, float %a, ptr %x, ptr %y) [
                "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
                "offload.map"(i32 2, i64 %bytes, i64 1), "offload.map"(i32 3, i64 %bytes, i64 3) ]
              call void @saxpy(i64 %n, float %a, ptr %x, ptr %y) [
                "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
                "offload.map"(i32 2, i64 %bytes, i64 1), "offload.map"(i32 3, i64 %bytes, i64 3) ]
              ret void
            }
            """;

    @Test
    void markedCallsAreLoweredAndLaunchTheKernels(@TempDir Path directory) throws IOException {
        Path module = module(directory, MARKED);
        Run run = Run.irgen(
                "run",
                module.toString(),
                "--device",
                KERNELS,
                "--runtime=embedded",
                "n=3",
                "a=2",
                "x=iota:3:f32",
                "y=ones:3:f32");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("x = 3 f32: 0 1 2; sum 3, crc32 30c8bc70\ny = 3 f32: 1 5 9; sum 15, crc32 66aeea9d\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theKernelsOfMarkedCallsHaveToBeNamed(@TempDir Path directory) throws IOException {
        Path module = module(directory, MARKED);
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded", "n=1", "a=1", "x=0:f32", "y=0:f32");
        assertThat(run.err())
                .isEqualTo("irgen: " + module
                        + ": error: launches kernels; name the file that has them with --device KERNELS.ll\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void kernelsThatNothingLaunchesAreRefused(@TempDir Path directory) throws IOException {
        Path module = module(directory, "define void @f() {\n  ret void\n}\n");
        Run run = Run.irgen("run", module.toString(), "--device", KERNELS, "--runtime=embedded");
        assertThat(run.err())
                .isEqualTo("irgen: " + module + ": error: no call is marked, so nothing would launch the kernels\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aModuleThatBreaksTheRulesIsRefused(@TempDir Path directory) throws IOException {
        Path module = module(directory, "define void @spin() {\nl:\n  br label %l\n}\n");
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Entry block to function must not have predecessors");
    }

    @Test
    void aMissingFunctionSaysHowToGiveIt(@TempDir Path directory) throws IOException {
        Path module = module(directory, """
                declare void @library_call()
                define void @f() {
                  call void @library_call()
                  ret void
                }
                """);
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'library_call'", "library that has it");
    }

    @Test
    void anIsolatedRunPrintsTheSame() {
        Run run = saxpy("--isolate");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(RESULT);
    }

    @Test
    void anIsolatedCrashIsReported(@TempDir Path directory) throws IOException {
        Path module =
                module(directory, "define void @f() {\n  store i32 1, ptr inttoptr (i64 16 to ptr)\n  ret void\n}\n");
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded", "--isolate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("irgen: error: the program died of SIGSEGV");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anIsolatedExitIsReportedWithTheLastMessage(@TempDir Path directory) throws IOException {
        Path module = module(directory, """
                @text = private constant [5 x i8] c"oops\\00"
                declare void @psignal(i32, ptr)
                declare void @_exit(i32)
                define void @f() {
                  call void @psignal(i32 6, ptr @text)
                  call void @_exit(i32 3)
                  ret void
                }
                """);
        Run run = Run.irgen("run", module.toString(), "--runtime=embedded", "--isolate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        oops: Aborted
                        irgen: error: the program ended the process with exit code 3
                        irgen: note: its last message was: oops: Aborted
                        """);
    }

    private static Path module(Path directory, String text) throws IOException {
        return Files.writeString(directory.resolve("m.ll"), text);
    }
}
