package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs for several processors of one family, on machines that an emulator makes up. */
class ProcessorsTest {
    private static final String PROGRAM = """
            #include "offload.h"
            #include <math.h>
            #include <stdio.h>

            enum { N = 1000, B = 64, G = (N + B - 1) / B };

            OFFLOAD_DEVICE float table[4] = {1, 2, 3, 4};

            OFFLOAD_KERNEL void saxpy(int n, float a, const float *x, float *y) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) y[i] += a * x[i] + table[i & 3];
            }

            OFFLOAD_KERNEL void sums(int n, const float *x, float *out) {
              static OFFLOAD_SHARED float part[B];
              int t = offload_thread_id(0), i = offload_block_id(0) * B + t;
              part[t] = i < n ? sqrtf(x[i]) : 0;
              for (int s = B / 2; s > 0; s /= 2) {
                offload_barrier();
                if (t < s) part[t] += part[t + s];
              }
              if (t == 0) out[offload_block_id(0)] = part[0];
            }

            int main(void) {
              static float x[N], y[N], out[G];
              for (int i = 0; i < N; i++) {
                x[i] = i;
                y[i] = 1;
              }
              offload_kernel(-1);
              offload_grid(G, 1, 1);
              offload_block(B, 1, 1);
              offload_map_pointer(x, sizeof x, OFFLOAD_TO);
              offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
              saxpy(N, 0.5f, x, y);
              offload_kernel(-1);
              offload_grid(G, 1, 1);
              offload_block(B, 1, 1);
              offload_map_pointer(x, sizeof x, OFFLOAD_TO);
              offload_map_pointer(out, sizeof out, OFFLOAD_FROM);
              sums(N, x, out);
              double total = 0;
              for (int i = 0; i < G; i++) total += out[i];
              printf("%.1f %.1f %.1f %.2f\\n", y[0], y[1], y[N - 1], total);
            }
            """;

    private static final String NUMBERS = "2.0 3.5 504.5 21065.83\n";
    private static final String REFUSED =
            "kernel 'saxpy' is compiled for x86-64-v4 and x86-64-v3, and this machine lacks"
                    + " what they have; compile it for x86-64 as well";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() throws IOException {
        Workplace.require("qemu-x86_64-static");
        workplace = new Workplace(folder);
        workplace.write("p.c", PROGRAM);
    }

    private Execution on(String model, String offload) {
        return workplace.shell(
                folder, Map.of("OMP_TARGET_OFFLOAD", offload), "exec qemu-x86_64-static -cpu " + model + " ./p");
    }

    @Test
    void theImageAndTheHostVersionTakeNoneThatTheMachineLacks() {
        workplace.run("irgen build p.c --target=x86_64:x86-64-v4 --target=x86_64 --target=x86_64:x86-64-v3 -o p");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            // without AVX; with AVX2; with AVX2 that the system does not save; what the emulator has
            for (String model : new String[] {"Nehalem", "Haswell", "Haswell,-xsave", "max"}) {
                Execution execution = on(model, offload);
                assertThat(execution.output())
                        .as("%s %s %s", model, offload, execution)
                        .isEqualTo(NUMBERS);
            }
        }
        assertThat(workplace.run("./p")).isEqualTo(NUMBERS);
    }

    @ParameterizedTest
    @CsvSource({"Nehalem, false", "Haswell, true"})
    void aMachineThatIsLikeNoneEndsTheProgramWithAMessage(String model, boolean runs) {
        workplace.run("irgen build p.c --target=x86_64:x86-64-v4 --target=x86_64:x86-64-v3 -o p");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            Execution execution = on(model, offload);
            assertThat(execution.output()).isEqualTo(runs ? NUMBERS : "");
            assertThat(execution.errors().contains(REFUSED)).isEqualTo(!runs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x86-64-v4, Haswell, x86-64-v4, x86-64-v3",
        "x86-64-v4, Nehalem, x86-64-v4, x86-64-v2",
        "x86-64-v3, 'Haswell,-xsave', x86-64-v3, x86-64-v2",
        "x86-64-v2, qemu64, x86-64-v2, x86-64",
        "skylake-avx512, Haswell, x86-64-v4, x86-64-v3",
    })
    void oneForAnotherProcessorAloneEndsTheProgramWithAMessage(
            String processor, String model, String both, String machine) {
        workplace.run("irgen build p.c --target=x86_64:" + processor + " -o p");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            Execution execution = on(model, offload);
            assertThat(execution.output()).isEmpty();
            assertThat(execution.errors())
                    .contains("offload4j: error: kernel 'saxpy' is compiled for " + processor + ", and this machine is "
                            + machine + "; compile it for both, with --target=x86_64:" + both + " --target=x86_64:"
                            + machine + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"x86-64-v3, Haswell", "x86-64-v2, Nehalem", "skylake, max"})
    void oneForTheProcessorAloneRunsThere(String processor, String model) {
        workplace.run("irgen build p.c --target=x86_64:" + processor + " -o p");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            assertThat(on(model, offload).output()).isEqualTo(NUMBERS);
        }
    }

    @Test
    void oneForThisMachineAloneRunsOnIt() {
        workplace.run("irgen build p.c --target=x86_64:native -o p");
        assertThat(workplace.run("./p")).isEqualTo(NUMBERS);
    }

    @Test
    void theMachinesOwnIsOneOfThem() {
        workplace.run("irgen build p.c --target=x86_64:native --target=x86_64 -o p");
        assertThat(on("Nehalem", "MANDATORY").output()).isEqualTo(NUMBERS);
        assertThat(workplace.run("./p")).isEqualTo(NUMBERS);
        assertThat(workplace.run("irgen run p.c --runtime=embedded")).isEqualTo(NUMBERS);
    }
}
