package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions of specs, computed by programs that run. */
class ExpressionsTest {
    @TempDir
    private Path directory;

    /** The kernel adds 1 to as many elements as the grid has blocks. */
    private Run run(String grid, String... arguments) throws IOException {
        Path spec = Files.writeString(directory.resolve("s.yaml"), """
                offloads:
                  - name: run
                    callee: k
                    parameters:
                      - {name: a, type: i32, pass: none}
                      - {name: b, type: i64, pass: none}
                      - {name: x, type: ptr, map: tofrom, pointee: "[8 x i32]"}
                    grid: "%s"
                    block: 1
                """.formatted(grid));
        Path kernels = Files.writeString(directory.resolve("k.ll"), """
                declare i32 @offload.block.id(i32)
                define void @k(ptr %x) "offload-kernel" {
                  %b = call i32 @offload.block.id(i32 0)
                  %p = getelementptr i32, ptr %x, i32 %b
                  %v = load i32, ptr %p
                  %w = add i32 %v, 1
                  store i32 %w, ptr %p
                  ret void
                }
                """);
        String[] all = new String[arguments.length + 6];
        System.arraycopy(
                new String[] {"run", spec.toString(), "--device", kernels.toString(), "--runtime=embedded", "x=zeros:8"
                },
                0,
                all,
                0,
                6);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return Run.irgen(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a + b; 1; 2; 3",
                "a - -b; 1; 2; 3",
                "b - a - 1; 2; 8; 5",
                "2 + a * b; 1; 2; 4",
                "(2 + a) * b; 1; 2; 6",
                "a / b; 7; 2; 3",
                "-a / b; -7; 2; 3",
                "a / b; -7; -2; 3",
                "ceildiv(a, b); 7; 2; 4",
                "ceildiv(a, b); -7; -2; 4",
                "ceildiv(a, b); 8; 2; 4",
                "ceildiv(a, b) + 5; -7; 2; 2",
                "min(a, b, 7); 5; 6; 5",
                "max(min(a, 4), b - 3); 9; 5; 4",
                "max(a, b); -1; 2; 2",
                "a * 4294967296 / 4294967296 * b; 3; 2; 6",
                "a / b; -2147483648; -1073741824; 2",
                "a - b; 1; 2; 0",
            })
    void areComputed(String grid, int a, long b, int blocks) throws IOException {
        Run run = run(grid, "a=" + a, "b=" + b);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("; sum " + blocks + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a * b; 2; 9223372036854775807; 'a * b' does not fit 64 bits",
                "b + a; 1; 9223372036854775807; 'b + a' does not fit 64 bits",
                "b - a; 1; -9223372036854775808; 'b - a' does not fit 64 bits",
                "b / a; -1; -9223372036854775808; 'b / a' does not fit 64 bits",
                "-b; 0; -9223372036854775808; '-b' does not fit 64 bits",
                "b / a; 0; 1; 'b / a' divides by 0",
                "ceildiv(b, a); 0; 1; 'ceildiv(b, a)' divides by 0",
                "min(1, b / a); 0; 1; 'min(1, b / a)' divides by 0",
            })
    void thatCannotBeComputedStopTheProgram(String grid, int a, long b, String message) throws IOException {
        Run run = run(grid, "a=" + a, "b=" + b, "--isolate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("offload4j: " + directory.resolve("s.yaml") + ":8:11: " + message + ", in 'run'\n")
                .contains(": error: the program called abort");
    }

    @Test
    void countsTellHowLongAnArrayHasToBe() throws IOException {
        Path spec = Files.writeString(directory.resolve("c.yaml"), """
                offloads:
                  - name: run
                    callee: abs
                    host: true
                    parameters:
                      - {name: n, type: i32}
                      - {name: x, type: ptr, map: to, element: i32, count: n * n}
                """);
        Run run = Run.irgen("run", spec.toString(), "--runtime=embedded", "n=3", "x=0,1,2,3");
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("it has 4 elements, and the program uses 9");
    }
}
