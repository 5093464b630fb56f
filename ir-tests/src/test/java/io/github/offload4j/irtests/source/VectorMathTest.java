package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Clang;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over functions that may be approximated, whose errors a program measures in units in the last place. */
class VectorMathTest extends WorkplaceTest {
    /** What glibc promises of its functions of vectors. */
    private static final String LARGEST_ERROR = "4";

    /** At the end it says whether anything has loaded libmvec. */
    private static final String PROGRAM = """
            #include "offload.h"
            #include <dlfcn.h>
            #include <math.h>
            #include <stdio.h>

            enum { N = 4099, FUNCTIONS = 5 };
            static float in[N], out[FUNCTIONS][N];
            static double in_double[N], out_double[FUNCTIONS][N];

            #define LOOP(result, call) for (int i = 0; i < n; i++) (result)[i] = call;

            OFFLOAD_KERNEL void single(float *restrict y, const float *restrict x, int n) {
              LOOP(y, expf(x[i]))
              LOOP(y + n, logf(x[i]))
              LOOP(y + 2 * n, sinf(x[i]))
              LOOP(y + 3 * n, cosf(x[i]))
              LOOP(y + 4 * n, powf(x[i], x[i] * 0.3f))
            }

            OFFLOAD_KERNEL void twice(double *restrict y, const double *restrict x, int n) {
              LOOP(y, exp(x[i]))
              LOOP(y + n, log(x[i]))
              LOOP(y + 2 * n, sin(x[i]))
              LOOP(y + 3 * n, cos(x[i]))
              LOOP(y + 4 * n, pow(x[i], x[i] * 0.3))
            }

            static int is_off(long double got, long double right, long double unit) {
              return !(fabsl(got - right) <= LARGEST_ERROR * unit);
            }

            static int off_single(float got, double right) {
              float size = fabs(right);
              return is_off(got, right, nextafterf(size, INFINITY) - size);
            }

            static int off_double(double got, long double right) {
              double size = fabsl(right);
              return is_off(got, right, nextafter(size, INFINITY) - size);
            }

            int main(void) {
              for (int i = 0; i < N; i++) {
                in[i] = 0.01f + i * 0.007f;
                in_double[i] = 0.01 + i * 0.007;
              }
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(1, 1, 1);
              offload_map_pointer(in, sizeof in, OFFLOAD_TO);
              offload_map_pointer(out, sizeof out, OFFLOAD_FROM);
              single(out[0], in, N);
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(1, 1, 1);
              offload_map_pointer(in_double, sizeof in_double, OFFLOAD_TO);
              offload_map_pointer(out_double, sizeof out_double, OFFLOAD_FROM);
              twice(out_double[0], in_double, N);
              int off = 0;
              for (int i = 0; i < N; i++) {
                double x = in[i];
                off += off_single(out[0][i], exp(x)) + off_single(out[1][i], log(x));
                off += off_single(out[2][i], sin(x)) + off_single(out[3][i], cos(x));
                off += off_single(out[4][i], pow(x, in[i] * 0.3f));
                long double z = in_double[i];
                off += off_double(out_double[0][i], expl(z)) + off_double(out_double[1][i], logl(z));
                off += off_double(out_double[2][i], sinl(z)) + off_double(out_double[3][i], cosl(z));
                off += off_double(out_double[4][i], powl(z, in_double[i] * 0.3));
              }
              printf("%d off, %s\\n", off, dlopen("libmvec.so.1", RTLD_LAZY | RTLD_NOLOAD) ? "vectors" : "numbers");
            }
            """;

    private static final String BY_VECTORS = "0 off, vectors\n";
    private static final String BY_NUMBERS = "0 off, numbers\n";

    private void compile(String... more) throws IOException {
        String[] options = new String[more.length + 4];
        options[0] = "-I" + folder.resolve("tools/include");
        options[1] = "-O2";
        options[2] = "-ffp-contract=off";
        options[3] = "-DLARGEST_ERROR=" + LARGEST_ERROR;
        System.arraycopy(more, 0, options, 4, more.length);
        workplace.write("p.ll", Clang.emitLlvm(workplace.write("p.c", PROGRAM), options));
    }

    @Test
    void anImageCallsFunctionsOfVectors() throws IOException {
        compile("-fapprox-func");
        assertThat(workplace.run("irgen build p.ll -o out && OMP_TARGET_OFFLOAD=MANDATORY ./out"))
                .isEqualTo(BY_VECTORS);
        assertThat(workplace.run("irgen run p.ll --runtime=embedded")).isEqualTo(BY_VECTORS);
    }

    @Test
    void aHostVersionNeedsNoLibraryOfVectors() throws IOException {
        compile("-fapprox-func");
        assertThat(workplace.run("irgen build p.ll -o out && OMP_TARGET_OFFLOAD=DISABLED ./out"))
                .isEqualTo(BY_NUMBERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-fno-math-errno", "-fmath-errno"})
    void exactFunctionsAreOfNumbers(String option) throws IOException {
        compile(option);
        assertThat(workplace.run("irgen build p.ll -o out && OMP_TARGET_OFFLOAD=MANDATORY ./out"))
                .isEqualTo(BY_NUMBERS);
    }
}
