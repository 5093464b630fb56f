package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that host and device both have, filled and read by updates; each program in a process of its own. */
class DeviceVariablesTest extends WorkplaceTest {
    private static final String C = """
            #include "offload.h"
            #include <stdio.h>

            OFFLOAD_DEVICE float table[4];
            OFFLOAD_DEVICE static int calls;
            OFFLOAD_DEVICE int step = 3;

            OFFLOAD_KERNEL void scale(int n, float *y) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i == 0) calls = calls + step;
              if (i < n) y[i] *= table[i % 4];
            }

            int main(void) {
              float y[8];
              for (int i = 0; i < 8; i++) y[i] = 1;
              for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 4; i++) table[i] = (float)(i + 2 + round);
                offload_map_pointer(table, sizeof table, OFFLOAD_TO);
                offload_update(-1);
                offload_kernel(-1);
                offload_grid(1, 1, 1);
                offload_block(8, 1, 1);
                offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
                scale(8, y);
              }
              offload_map_pointer(&calls, sizeof calls, OFFLOAD_FROM);
              offload_update(-1);
              for (int i = 0; i < 8; i++) printf("%g ", y[i]);
              printf("%d\\n", calls);
              return 0;
            }
            """;

    private static final String CPP = """
            #include "offload.h"
            #include <cstdio>
            #include <vector>

            namespace model {
            struct Parameters { float factor; int offset; };
            OFFLOAD_DEVICE Parameters parameters = {1.0f, 7};
            }
            template <typename T> OFFLOAD_DEVICE T total = T();

            OFFLOAD_KERNEL static void apply(float *x, int n) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) x[i] = x[i] * model::parameters.factor + model::parameters.offset;
              if (i == 0) total<double> += n;
            }

            struct Updated {
              ~Updated() {
                offload_map_pointer(&total<double>, sizeof(double), OFFLOAD_FROM);
                offload_update(-1);
              }
            };

            int main() {
              std::vector<float> x(10, 2.0f);
              try {
                Updated updated;
                for (int round = 0; round < 2; ++round) {
                  if (round == 1) {
                    model::parameters = {3.0f, 1};
                    offload_map_pointer(&model::parameters, sizeof model::parameters, OFFLOAD_TO);
                    offload_update(-1);
                  }
                  offload_kernel(-1);
                  offload_grid(1, 1, 1);
                  offload_block(10, 1, 1);
                  offload_map_pointer(x.data(), x.size() * sizeof(float), OFFLOAD_TOFROM);
                  apply(x.data(), x.size());
                }
                throw 1;
              } catch (int) {
                std::printf("%g %g\\n", x[9], total<double>);
              }
            }
            """;

    private static final String RUST = """
            use ::offload::*;

            #[unsafe(link_section = "offload.device")]
            static mut TABLE: [f32; 4] = [0.0; 4];

            #[unsafe(link_section = "offload.device")]
            static mut CALLS: i32 = 40;

            kernel! {
                fn scale(y: &mut [f32]) {
                    let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
                    unsafe {
                        if i == 0 {
                            CALLS += 1;
                        }
                        if i < y.len() {
                            y[i] *= TABLE[i % 4];
                        }
                    }
                }
            }

            fn main() {
                let mut y = vec![1f32; 8];
                for round in 0..2 {
                    unsafe { TABLE = [2.0 + round as f32, 3.0, 4.0, 5.0] };
                    offload_map_pointer((&raw const TABLE).cast(), 16, OFFLOAD_TO);
                    offload_update(-1);
                    launch!(-1, 1, 8, scale(tofrom(&mut y[..])));
                }
                offload_map_pointer((&raw const CALLS).cast(), 4, OFFLOAD_FROM);
                offload_update(-1);
                println!("{:?} {}", y, unsafe { CALLS });
            }
            """;

    private static final String HOST_FILE = """
            #include "offload.h"
            #include <stdio.h>
            OFFLOAD_DEVICE int table[4] = {1, 2, 3, 4};
            extern OFFLOAD_DEVICE int sum;
            OFFLOAD_DEVICE int spare;
            void add(int *y);
            int main(void) {
              int y = 0;
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(4, 1, 1);
              offload_map_pointer(&y, sizeof y, OFFLOAD_TOFROM);
              add(&y);
              offload_map_pointer(&sum, sizeof sum, OFFLOAD_FROM);
              offload_update(-1);
              printf("%d %d\\n", y, sum);
              return 0;
            }
            """;

    private static final String KERNEL_FILE = """
            #include "offload.h"
            extern OFFLOAD_DEVICE int table[4];
            OFFLOAD_DEVICE int sum = 100;
            OFFLOAD_KERNEL void add(int *y) {
              int i = offload_thread_id(0);
              __atomic_fetch_add(&sum, table[i], __ATOMIC_RELAXED);
              if (i == 0) *y = table[2];
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "19", "22"})
    void aProgramInOneFileFillsAndReadsThem(String name) throws IOException {
        workplace.write("table.c", C);

        assertThat(workplace.run("irgen run table.c --runtime=" + Workplace.runtime(name)))
                .isEqualTo("6 12 20 30 6 12 20 30 6\n");
    }

    @ParameterizedTest
    @CsvSource({"split, MANDATORY", "fused, MANDATORY", "resident, MANDATORY", "split, DISABLED", "resident, DISABLED"})
    void whereverDataTravelsAndWhereNoneDoes(String transfers, String offload) throws IOException {
        RuntimeInstallation.require(22);
        workplace.write("table.cc", CPP);
        workplace.run("irgen build table.cc --transfers=" + transfers + " -o table");

        Execution execution = workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", offload), "./table");

        assertThat(execution.output()).as(execution.toString()).isEqualTo("28 20\n");
    }

    @Test
    void ofRust() throws IOException {
        Workplace.require("rustc");
        workplace.write("table.rs", RUST);

        assertThat(workplace.run("irgen run table.rs --runtime=embedded"))
                .isEqualTo("[6.0, 9.0, 16.0, 25.0, 6.0, 9.0, 16.0, 25.0] 42\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.c kernels.c", "host.c --device kernels.c"})
    void definedInOneModuleAndDeclaredInTheOther(String inputs) throws IOException {
        workplace.write("host.c", HOST_FILE);
        workplace.write("kernels.c", KERNEL_FILE);

        assertThat(workplace.run("irgen run " + inputs + " --runtime=embedded")).isEqualTo("3 110\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "host.c kernels.c         | extern OFFLOAD_DEVICE int table[4] | OFFLOAD_DEVICE int table[4]"
                        + " | irgen: kernels.c: error: 'table' is defined here and in host.c",
                "host.c --device kernels.c | extern OFFLOAD_DEVICE int table[4] | OFFLOAD_DEVICE int table[4]"
                        + " | irgen: host.c: error: a device variable is in host.c and in kernels.c: Linking globals named"
                        + " 'table': symbol multiply defined!",
                "host.c kernels.c         | table[4] | table[8]"
                        + " | irgen: kernels.c: error: cannot be linked with host.c: device variable 'table' has 16 bytes in"
                        + " one module and 32 bytes in another; declare it alike in both",
                "host.c --device kernels.c | table[4] | table[8]"
                        + " | irgen: host.c: error: host.c and kernels.c: device variable 'table' has 16 bytes in one module"
                        + " and 32 bytes in another; declare it alike in both",
            })
    void thatTwoModulesDoNotAgreeOn(String inputs, String before, String after, String message) throws IOException {
        workplace.write("host.c", HOST_FILE);
        workplace.write("kernels.c", KERNEL_FILE.replace(before, after));

        Execution execution = workplace.shell(folder, Map.of(), "irgen run " + inputs + " --runtime=embedded");

        assertThat(execution.errors()).isEqualTo(message + "\n");
        assertThat(execution.exitCode()).isEqualTo(1);
    }
}
