package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.FakeDriver;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of a spec that make several calls in one region, in programs of their own. */
class SeveralCallsTest {
    private static final String SPEC = """
        constants: {threads: 4, ten: 2 * threads + 2}
        offloads:
          - name: run_all
            parameters:
              - {name: n, type: i32}
              - {name: batch, type: i32}
              - {name: x, type: slice, map: tofrom, element: double}
              - {name: y, type: ptr, map: alloc, element: double, count: n * batch}
              - {name: told, type: ptr, pass: host}
            device: batch - 1
            calls:
              - {callee: spread, arguments: [x, y], grid: "ceildiv(x.length, threads)", block: threads}
              - callee: on_host
                host: true
                returns: i32
                arguments: [{value: n * batch, type: i32}, y, told, x]
              - callee: gather
                arguments: [{value: ten + n, type: i64}, y, x]
                grid: n * batch
                block: 1
          - name: run_same
            callee: gather
            parameters:
              - {name: by, type: i64}
              - {name: y, type: ptr, map: to, pointee: double}
              - {name: x, type: slice, map: tofrom, element: double}
            grid: 1
            block: 1
        """;

    private static final String KERNELS = """
        #include "offload.h"
        OFFLOAD_KERNEL void spread(const double *x, int64_t n, double *y) {
          int64_t i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
          if (i < n) y[i] = x[i] + 1;
        }
        OFFLOAD_KERNEL void gather(int64_t what, const double *y, double *x, int64_t n) {
          int64_t i = offload_block_id(0);
          x[i] = what * y[i];
        }
        """;

    /** Device memory of the host plugin is memory of the host. */
    private static final String MAIN = """
        #include <stdint.h>
        #include <stdio.h>
        void run_all(int n, int batch, double *x, int64_t length, double *y, void *told);
        void run_same(int64_t by, double *y, double *x, int64_t length);
        int on_host(int n, double *y, int *told, double *x, int64_t length) {
          for (int i = 0; i < n; i++) y[i] *= 2;
          *told = n == length && n == 6 ? 7 : -1;
          return n == 4 ? 3 : 0;
        }
        int main(int argc, char **argv) {
          double x[6] = {1, 2, 3, 4, 5, 6}, scratch[6], y = 5;
          int told = 0;
          run_all(3, 2, x, 6, scratch, &told);
          for (int i = 0; i < 6; i++) printf(" %g", x[i]);
          run_same(2, &y, x, 6);
          printf(" %g; %d\\n", x[0], told);
          fflush(stdout);
          if (argc > 1) run_all(2, 2, x, 4, scratch, &told);
          return 0;
        }
        """;

    @TempDir
    private static Path folder;

    private static Workplace workplace;

    @BeforeAll
    static void build() throws IOException {
        Workplace.require("cc");
        workplace = new Workplace(folder);
        workplace.write("calls.yaml", SPEC);
        workplace.write("kernels.c", KERNELS);
        workplace.write("main.c", MAIN);
        workplace.run("cc -O1 -c main.c -o main.o");
    }

    private static Execution run(String abi, String transfers, String version, String argument) {
        String program = abi + "-" + transfers;
        workplace.run("irgen build calls.yaml --device kernels.c --target=x86_64 --link main.o --runtime-abi=" + abi
                + " --transfers=" + transfers + " -o " + program);
        Path library =
                RuntimeInstallation.require(Integer.parseInt(version)).offload().getParent();
        return workplace.shell(
                folder,
                Map.of("OMP_TARGET_OFFLOAD", "MANDATORY", "LIBOMPTARGET_INFO", "32"),
                "LD_LIBRARY_PATH=" + library + " ./" + program + " " + argument);
    }

    @ParameterizedTest
    @CsvSource({
        "llvm-22, split, 22",
        "llvm-22, fused, 22",
        "llvm-22, resident, 22",
        "portable, split, 19",
        "portable, resident, 22",
    })
    void areMadeInTheirOrderOnDataThatTravelsOnce(String abi, String transfers, String version) {
        Execution execution = run(abi, transfers, version, "");

        assertThat(execution.output()).as(execution.toString()).isEqualTo(" 52 78 104 130 156 182 10; 7\n");
        assertThat(execution
                        .errors()
                        .lines()
                        .filter(line -> line.contains("Size=48,"))
                        .filter(line -> line.contains("Copying data")))
                .hasSize(4);
    }

    private static final String STREAMS = """
        offloads:
          - name: run
            parameters:
              - {name: n, type: i32}
              - {name: x, type: ptr, map: tofrom, element: double, count: 2}
              - {name: handle, type: ptr, pass: host}
              - {name: other, type: i64}
              - {name: three, type: double}
              - {name: one, type: double}
            calls:
              - {callee: lib_step, host: true, returns: i32, stream: handle, arguments: [handle, n, x, three, one]}
              - {callee: lib_step, host: true, returns: i32, stream: handle, arguments: [handle, n, x, three, one]}
              - {callee: increase, arguments: [x], grid: 2, block: 1}
              - {callee: lib_step, host: true, returns: i32, stream: handle, arguments: [handle, n, x, three, one]}
              - {callee: lib_step, host: true, returns: i32, stream: other, arguments: [handle, n, x, three, one]}
              - {callee: lib_step, host: true, returns: i32, stream: 0, arguments: [handle, n, x, three, one]}
        """;

    private static final String STREAMS_MAIN = """
        #include <stdint.h>
        #include <stdio.h>
        int lib_waits(void);
        void lib_fail(int status);
        void run(int n, double *x, void *handle, int64_t other, double three, double one);
        int main(int argc, char **argv) {
          double x[2] = {1, 2};
          run(2, x, (void *)1, 2, 3, 1);
          printf("%g %g, %d waits\\n", x[0], x[1], lib_waits());
          fflush(stdout);
          if (argc > 1) lib_fail(700);
          if (argc > 1) run(argc > 2 ? 0 : 2, x, (void *)1, 2, 3, 1);
          return 0;
        }
        """;

    @Test
    void onOneStreamAreWaitedForWhereSomethingElseFollows() throws IOException {
        workplace.write("streams.yaml", STREAMS);
        workplace.write("streams.c", STREAMS_MAIN);
        workplace.write("streams-kernels.c", """
            #include "offload.h"
            OFFLOAD_KERNEL void increase(double *x) { x[offload_block_id(0)] += 1; }
            """);
        Path library = FakeDriver.withStreamsIn(folder.resolve("driver")).resolve("libcuda.so.1");
        workplace.run("cc -O1 -c streams.c -o streams.o && irgen build streams.yaml --device streams-kernels.c"
                + " --target=x86_64 --link streams.o --link " + library + " -o streams");
        String start = "LD_LIBRARY_PATH=" + library.getParent() + ":"
                + RuntimeInstallation.require(22).offload().getParent() + " ./streams";

        // 3 x + 1 twice, + 1, and 3 x + 1 three times
        assertThat(workplace.shell(folder, Map.of(), start).output()).isEqualTo("391 634, 4 waits\n");
        assertThat(workplace.shell(folder, Map.of(), start + " fails").errors())
                .contains("streams.yaml:12:9: error: waiting for 'lib_step' failed with status 700");
        assertThat(workplace.shell(folder, Map.of(), start + " is empty").errors())
                .contains("streams.yaml:11:9: error: 'lib_step' returned status 4");
    }

    private static final String ROUTINE = """
        offloads:
          - name: run
            parameters:
              - {name: m, type: i32}
              - {name: n, type: i64}
              - {name: a, type: slice, map: to, element: float}
              - {name: x, type: ptr, map: to, element: float, count: n}
              - {name: y, type: ptr, map: tofrom, element: float, count: m}
              - {name: factor, type: float}
            calls:
              - {callee: increase, arguments: [x], grid: n, block: 1}
              - library: cblas
                callee: sgemv
                constants: {layout: rows, trans: none, incx: 1, incy: 1}
                arguments:
                  {m: m, n: {value: n, type: i32}, alpha: factor, A: a, lda: a.length / m, x: x, beta: factor, y: y}
              - {callee: increase, arguments: [y], grid: m, block: 1}
        """;

    private static final String ROUTINE_MAIN = """
        #include <stdint.h>
        #include <stdio.h>
        void run(int m, int64_t n, float *a, int64_t length, float *x, float *y, float factor);
        int main(int argc, char **argv) {
          float a[6] = {1, 2, 3, 4, 5, 6}, x[3] = {0, 1, 2}, y[2] = {10, 20};
          run(2, 3, a, 6, x, y, 2);
          printf("%g %g\\n", y[0], y[1]);
          fflush(stdout);
          if (argc > 1) run(2, INT64_C(1) << 33, a, 6, x, y, 2);
          return 0;
        }
        """;

    @Test
    void ofLibrariesGetWhatTheParametersMap() throws IOException {
        workplace.write("routine.yaml", ROUTINE);
        workplace.write("routine.c", ROUTINE_MAIN);
        workplace.write("routine-kernels.c", """
            #include "offload.h"
            OFFLOAD_KERNEL void increase(float *x) { x[offload_block_id(0)] += 1; }
            """);
        workplace.run("cc -O1 -c routine.c -o routine.o && irgen build routine.yaml --device routine-kernels.c"
                + " --target=x86_64 --link routine.o -l:libopenblas.so.0 -o routine");
        Map<String, String> environment = Map.of("OMP_TARGET_OFFLOAD", "MANDATORY", "LIBOMPTARGET_INFO", "32");
        String start =
                "LD_LIBRARY_PATH=" + RuntimeInstallation.require(22).offload().getParent() + " ./routine";

        Execution execution = workplace.shell(folder, environment, start);

        // 2 A (x + 1) + 2 y + 1
        assertThat(execution.output()).as(execution.toString()).isEqualTo("49 105\n");
        assertThat(execution.errors().lines().filter(line -> line.contains("Copying data")))
                .hasSize(4);
        assertThat(workplace.shell(folder, environment, start + " long").errors())
                .contains("routine.yaml:16:29: 'n' does not fit i32, in 'run'");
    }

    @Test
    void areRefusedWhereTheyStand() throws IOException {
        workplace.write("flat.yaml", SPEC.replace("grid: n * batch", "grid: [n, batch]"));

        assertThat(workplace
                        .shell(folder, Map.of(), "irgen emit flat.yaml --runtime-abi=portable")
                        .errors())
                .contains("flat.yaml:19:15: error: runtime ABI portable launches one-dimensional grids only");
    }

    @Test
    void stopTheProgramAtAStatusThatIsNotZero() {
        Execution execution = run("llvm-22", "split", "22", "again");

        assertThat(execution.errors()).contains("calls.yaml:13:9: error: 'on_host' returned status 3");
    }
}
