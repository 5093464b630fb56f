package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of a spec that make several calls while their data is mapped once. */
class CallsTest {
    private static final String KERNELS = """
        declare i32 @offload.block.id(i32)
        define void @add(i32 %what, ptr %x) "offload-kernel" {
          %b = call i32 @offload.block.id(i32 0)
          %p = getelementptr i32, ptr %x, i32 %b
          %v = load i32, ptr %p
          %w = add i32 %v, %what
          store i32 %w, ptr %p
          ret void
        }
        define void @multiply(ptr %x, ptr %y) "offload-kernel" {
          %b = call i32 @offload.block.id(i32 0)
          %p = getelementptr i32, ptr %x, i32 %b
          %q = getelementptr i32, ptr %y, i32 %b
          %v = load i32, ptr %p
          %w = load i32, ptr %q
          %r = mul i32 %v, %w
          store i32 %r, ptr %p
          ret void
        }
        """;

    private static final String SPEC = """
        constants: {five: 5, ten: five * 2}
        offloads:
          - name: run
            parameters:
              - {name: n, type: i64}
              - {name: x, type: ptr, map: tofrom, element: i32, count: n}
              - {name: y, type: ptr, map: to, element: i32, count: n}
            calls:
              - {callee: add, arguments: [{value: ten - n, type: i32}, x], grid: n, block: 1}
              - {callee: multiply, arguments: [x, y], grid: n - 1, block: 1}
              - {callee: add, arguments: [{value: five, type: i32}, x], grid: n, block: 1}
        """;

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("k.ll"), KERNELS);
    }

    private Run run(String spec, String... arguments) throws IOException {
        Path file = Files.writeString(directory.resolve("s.yaml"), spec);
        List<String> all = new ArrayList<>(List.of("run", file.toString(), "--runtime=embedded"));
        all.addAll(List.of("--device", directory.resolve("k.ll").toString()));
        all.addAll(List.of(arguments));
        return Run.irgen(all.toArray(String[]::new));
    }

    @Test
    void areMadeInTheirOrder() throws IOException {
        Run run = run(SPEC, "n=3", "x=1,2,3", "y=2,3,4");

        assertThat(run.err()).isEmpty();
        // (x + 7) * y + 5, and the last element without the product
        assertThat(run.out()).contains(" 21 32 15;");
    }

    @Test
    void shareOneCopyInEachDirection() throws IOException {
        Path trace = directory.resolve("trace.json");
        Run run = run(SPEC, "--trace=" + trace, "n=3", "x=1,2,3", "y=2,3,4");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(trace).split("copy in", -1)).hasSize(3);
        assertThat(Files.readString(trace).split("copy out", -1)).hasSize(2);
    }

    @Test
    void stopTheProgramWhereAnArgumentDoesNotFitBeforeAnythingIsMapped() throws IOException {
        Run run = run(SPEC.replace("ten - n", "n * 4294967296"), "--isolate", "n=3", "x=1,2,3", "y=2,3,4");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("s.yaml:9:43: 'n * 4294967296' does not fit i32, in 'run'");
    }

    @Test
    void needTheirKernels() throws IOException {
        Run run = run(SPEC.replace("callee: multiply", "callee: divide"), "n=3", "x=1,2,3", "y=2,3,4");

        assertThat(run.err()).contains("kernel 'divide' is launched");
    }
}
