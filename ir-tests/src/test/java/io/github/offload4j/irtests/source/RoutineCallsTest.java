package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.FakeDriver;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routines among several calls of a spec: their sizes beside the plan's, and numbers that stay on the device. */
class RoutineCallsTest {
    private static final String TRANSFORMS = """
        offloads:
          - {name: know_plan, library: fftw, callee: know}
          - name: run
            parameters:
              - {name: n, type: i32}
              - {name: batch, type: i32}
              - {name: x, type: ptr, map: tofrom, element: float, count: 2 * n * batch}
              - {name: there, type: ptr, pass: host}
              - {name: back, type: ptr, pass: host}
            calls:
              - library: fftw
                callee: c2c
                arguments: {plan: there, n: n, batch: batch, in: x, out: x}
              - {library: fftw, callee: c2c, arguments: {plan: back, in: x, out: x}}
        """;

    private static final String TRANSFORMS_MAIN = """
        #include <fftw3.h>
        #include <stdio.h>
        void know_plan(fftwf_plan plan, int n, int lines);
        void run(int n, int batch, float *x, fftwf_plan there, fftwf_plan back);
        static fftwf_plan plan(int n, int batch, float *x, int sign) {
          return fftwf_plan_many_dft(1, &n, batch, (fftwf_complex *)x, 0, 1, n, (fftwf_complex *)x, 0, 1, n, sign,
                                     FFTW_ESTIMATE | FFTW_UNALIGNED);
        }
        int main(int argc, char **argv) {
          float x[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
          fftwf_plan there = plan(4, 2, x, -1), back = plan(4, 2, x, 1);
          know_plan(there, 4, argc > 1 ? 1 : 2);
          know_plan(back, 5, 5);
          run(4, 2, x, there, back);
          for (int i = 0; i < 16; i++) if (x[i] != 4 * (i + 1)) return 1;
          puts("right");
          return 0;
        }
        """;

    private static final String NUMBERS = """
        offloads:
          - name: normalise
            parameters:
              - {name: n, type: i32}
              - {name: x, type: ptr, map: tofrom, element: float, count: n}
              - {name: length, type: ptr, map: alloc, element: float, count: 1}
              - {name: handle, type: ptr, pass: host}
            calls:
              - library: cublas
                callee: snrm2
                pointer-mode: device
                constants: {incx: 1}
                arguments: {handle: handle, n: n, x: x, result: length}
              - library: cublas
                callee: sscal
                pointer-mode: device
                constants: {incx: 1}
                arguments: {handle: handle, n: n, alpha: length, x: x}
        """;

    /** The handle is its mode. Device memory of the host plugin is memory of the host. */
    private static final String NUMBERS_MAIN = """
        #include <math.h>
        #include <stdio.h>
        void normalise(int n, float *x, float *length, int *handle);
        int cublasGetPointerMode_v2(int *handle, int *mode) { *mode = *handle; return 0; }
        int cublasSetPointerMode_v2(int *handle, int mode) { *handle = mode; return 0; }
        int cublasSnrm2_v2(int *handle, int n, const float *x, int incx, float *result) {
          if (n == 0) return 7;
          *result = 0;
          for (int i = 0; i < n; i++) *result += x[i] * x[i];
          *result = sqrtf(*result);
          return *handle - 1;
        }
        int cublasSscal_v2(int *handle, int n, const float *alpha, float *x, int incx) {
          for (int i = 0; i < n; i++) x[i] *= *alpha;
          return *handle - 1;
        }
        int main(int argc, char **argv) {
          float x[2] = {3, 4}, length = -1;
          int handle = 0;
          normalise(argc > 1 ? 0 : 2, x, &length, &handle);
          printf("%g %g, %g, mode %d\\n", x[0], x[1], length, handle);
          return 0;
        }
        """;

    private static final String SCALE = """
        offloads:
          - {name: scale, library: cublas, callee: sscal, constants: {incx: 1}, pass: device}
        """;

    private static final String SCALE_MAIN = """
        #include <stddef.h>
        #include <stdio.h>
        void *omp_target_alloc(size_t bytes, int device);
        int omp_get_initial_device(void);
        int omp_target_memcpy(void *to, const void *from, size_t bytes, size_t i, size_t j, int there, int here);
        int scale(void *handle, int n, const float *alpha, float *x);
        int lib_waits(void);
        static float *given;
        int cublasSscal_v2(void *handle, int n, const float *alpha, float *x, int incx) {
          given = x;
          for (int i = 0; i < n; i++) x[i] *= *alpha;
          return 0;
        }
        int main(void) {
          float x[2] = {3, 4}, two = 2, *there = omp_target_alloc(sizeof x, 1);
          int host = omp_get_initial_device();
          omp_target_memcpy(there, x, sizeof x, 0, 0, 1, host);
          int status = scale(NULL, 2, &two, there);
          omp_target_memcpy(x, there, sizeof x, 0, 0, host, 1);
          printf("%g %g, %d, %s, %d wait\\n", x[0], x[1], status, given == there ? "as it is" : "another", lib_waits());
          return 0;
        }
        """;

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void prepare() throws IOException {
        Workplace.require("cc");
        workplace = new Workplace(folder);
    }

    private static Path runtime() {
        return RuntimeInstallation.require(22).offload().getParent();
    }

    @Test
    void sizesOfTransformsAreComparedWithThePlanBeforeAnythingIsMapped() throws IOException {
        workplace.write("transforms.yaml", TRANSFORMS);
        workplace.write("main.c", TRANSFORMS_MAIN);
        workplace.run("cc -O1 -c main.c -o main.o && irgen build transforms.yaml --link main.o -lfftw3f -o program");
        Map<String, String> environment = Map.of("OMP_TARGET_OFFLOAD", "MANDATORY", "LIBOMPTARGET_INFO", "32");
        String start = "LD_LIBRARY_PATH=" + runtime() + " ./program";

        assertThat(workplace.shell(folder, environment, start).output()).isEqualTo("right\n");
        Execution wrong = workplace.shell(folder, environment, start + " wrong");

        assertThat(wrong.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(wrong.errors())
                .startsWith("offload4j: transforms.yaml:11:9: 'c2c' is given n = 4 and batch = 2, and its plan is for 4"
                        + " and 1, in 'run'\n")
                .doesNotContain("Copying");
    }

    @Test
    void numbersOnTheDeviceGoFromOneCallToTheNext() throws IOException {
        workplace.write("numbers.yaml", NUMBERS);
        workplace.write("main.c", NUMBERS_MAIN);
        Path driver = FakeDriver.withStreamsIn(folder).resolve("libcuda.so.1");
        workplace.run("cc -O1 -c main.c -o main.o && irgen build numbers.yaml --link main.o --link " + driver
                + " -lm -o program");
        String start = "LD_LIBRARY_PATH=" + runtime() + ":" + folder + " ./program";

        Execution right = workplace.shell(folder, Map.of(), start);
        assertThat(right.output()).as(right.toString()).isEqualTo("15 20, -1, mode 0\n");
        assertThat(workplace.shell(folder, Map.of(), start + " empty").errors())
                .contains("numbers.yaml:9:9: error: 'cublasSnrm2_v2.on_device' returned status 7");
    }

    @Test
    void arraysOnTheDeviceGoThroughAsTheyAreAndAreWaitedFor() throws IOException {
        workplace.write("scale.yaml", SCALE);
        workplace.write("main.c", SCALE_MAIN);
        Path driver = FakeDriver.withStreamsIn(folder).resolve("libcuda.so.1");
        workplace.run(
                "cc -O1 -c main.c -o main.o && irgen build scale.yaml --link main.o --link " + driver + " -o program");
        String start = "LD_LIBRARY_PATH=" + runtime() + ":" + folder + " ./program";

        Execution execution = workplace.shell(folder, Map.of("LIBOMPTARGET_INFO", "7"), start);

        assertThat(execution.output()).as(execution.toString()).isEqualTo("6 8, 0, as it is, 1 wait\n");
        assertThat(execution.errors()).doesNotContain("Entering", "Mapping exists");
    }
}
