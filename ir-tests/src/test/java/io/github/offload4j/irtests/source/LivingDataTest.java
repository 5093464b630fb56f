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

/** Data that one function puts on the device, others use, and a last one takes back; each program in a process of its own. */
class LivingDataTest extends WorkplaceTest {
    private static final String C = """
            #include "offload.h"
            #include <stdio.h>
            #include <stdlib.h>

            OFFLOAD_KERNEL void add(int n, const int *table, int *sums) {
              int i = offload_thread_id(0);
              if (i < n) sums[i] += table[i];
            }

            static void put(int n, int *table, int *sums) {
              offload_map_pointer(table, n * sizeof *table, OFFLOAD_TO);
              offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_ALLOC);
              offload_enter(0);
            }

            static void use(int n, int *table, int *sums) {
              offload_kernel(0);
              offload_grid(1, 1, 1);
              offload_block(8, 1, 1);
              offload_map_pointer(table, n * sizeof *table, OFFLOAD_TO);
              offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_TOFROM);
              add(n, table, sums);
            }

            static void take(int n, int *table, int *sums) {
              offload_map_pointer(table, n * sizeof *table, OFFLOAD_ALLOC);
              offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_FROM);
              offload_exit(0);
            }

            int main(void) {
              int n = 8;
              int *table = malloc(n * sizeof *table), *sums = malloc(n * sizeof *sums);
              for (int i = 0; i < n; i++) { table[i] = i; sums[i] = 10; }
              put(n, table, sums);
              offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_TO);
              offload_update(0);
              for (int i = 0; i < n; i++) { table[i] = 1000; sums[i] = -1; }
              use(n, table, sums);
              use(n, table, sums);
              printf("%d ", sums[7]);
              take(n, table, sums);
              printf("%d\\n", sums[7]);
              return 0;
            }
            """;

    private static final String RUST = """
            use ::offload::*;

            kernel! {
                fn double(y: &mut [f32]) {
                    let i = offload_thread_id(0) as usize;
                    if i < y.len() { y[i] *= 2.0; }
                }
            }

            fn main() {
                let mut y = vec![1f32; 8];
                offload_map_pointer(y.as_ptr().cast(), 32, OFFLOAD_TO);
                offload_enter(-1);
                for _ in 0..3 {
                    launch!(-1, 1, 8, double(tofrom(&mut y[..])));
                }
                print!("{} ", y[0]);
                offload_map_pointer(y.as_ptr().cast(), 32, OFFLOAD_FROM);
                offload_exit(-1);
                println!("{}", y[0]);
            }
            """;

    private static final String FORTRAN = """
            module kernels
            contains
              subroutine double(n, y) bind(c)
                use, intrinsic :: iso_c_binding
                use offload
                integer(c_int), value :: n
                real(c_float) :: y(n)
                integer :: i
                i = offload_thread_id(0) + 1
                if (i <= n) y(i) = 2 * y(i)
              end subroutine
            end module
            program living
              use, intrinsic :: iso_c_binding
              use offload
              use kernels
              real(c_float), target :: y(8)
              integer :: round
              y = 1
              call offload_map_pointer(y, 32_c_int64_t, OFFLOAD_TO)
              call offload_enter(-1_c_int64_t)
              do round = 1, 3
                call offload_mark(.false._c_bool, -1_c_int64_t)
                call offload_for(double)
                call offload_grid(1, 1, 1)
                call offload_block(8, 1, 1)
                call offload_map_pointer(y, 32_c_int64_t, OFFLOAD_TOFROM)
                call double(8, y)
              end do
              write(*, '(F4.1)') y(1)
              call offload_map_pointer(y, 32_c_int64_t, OFFLOAD_FROM)
              call offload_exit(-1_c_int64_t)
              write(*, '(F4.1)') y(1)
            end program
            """;

    private static final String SPEC_MAIN = """
            #include <stdint.h>
            #include <stdio.h>
            void put_vectors(int64_t n, float *x, float *y);
            void run_step(int64_t n, float a, float *x, float *y);
            void look_at_result(int64_t n, float *y);
            void take_result(int64_t n, float *x, float *y);
            int main(void) {
              float x[300], y[300];
              for (int i = 0; i < 300; i++) { x[i] = 4; y[i] = 1; }
              put_vectors(300, x, y);
              run_step(300, 2, x, y);
              printf("%g ", y[299]);
              look_at_result(300, y);
              printf("%g ", y[299]);
              run_step(300, 2, x, y);
              take_result(300, x, y);
              printf("%g\\n", y[299]);
            }
            """;

    // the host's table and sums change while the device has its own
    @ParameterizedTest
    @ValueSource(strings = {"embedded", "19", "22"})
    void whatIsOnTheDeviceIsNotCopiedByThoseWhoUseIt(String name) throws IOException {
        workplace.write("living.c", C);

        assertThat(workplace.run("irgen run living.c --runtime=" + Workplace.runtime(name)))
                .isEqualTo("-1 24\n");
    }

    @ParameterizedTest
    @CsvSource({
        "split, MANDATORY, -1 24",
        "fused, MANDATORY, -1 24",
        "resident, MANDATORY, -1 24",
        "split, DISABLED, 1999 1999",
        "resident, DISABLED, 1999 1999"
    })
    void howeverDataTravelsAndWhereNoneDoes(String transfers, String offload, String printed) throws IOException {
        RuntimeInstallation.require(22);
        workplace.write("living.c", C);
        workplace.run("irgen build living.c --transfers=" + transfers + " -o living");

        Execution execution = workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", offload), "./living");

        assertThat(execution.output()).as(execution.toString()).isEqualTo(printed + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llvm-22", "llvm-19"})
    void ofASpec(String abi) throws IOException {
        RuntimeInstallation installation = RuntimeInstallation.require(Integer.parseInt(abi.substring(5)));
        workplace.example("data.yaml");
        workplace.example("saxpy-kernel.ll");
        workplace.write("main.c", SPEC_MAIN);
        workplace.run(
                "clang-22 -c main.c -o main.o && cd tools/examples && irgen build data.yaml --device saxpy-kernel.ll"
                        + " --target=x86_64 --runtime-abi=" + abi + " -o data.o && clang-22 ../../main.o data.o "
                        + installation.offload() + " " + installation.openmp() + " -Wl,-rpath,"
                        + installation.offload().getParent() + " -Wl,-rpath,"
                        + installation.openmp().getParent() + " -o ../../data");

        assertThat(workplace.shell(folder, Map.of(), "./data").output()).isEqualTo("1 9 17\n");
    }

    @Test
    void ofRust() throws IOException {
        Workplace.require("rustc");
        workplace.write("living.rs", RUST);

        assertThat(workplace.run("irgen run living.rs --runtime=embedded")).isEqualTo("1 8\n");
    }

    @Test
    void ofFortran() throws IOException {
        Workplace.require("flang-22");
        workplace.write("living.f90", FORTRAN);

        assertThat(workplace.run("irgen run living.f90 --runtime=embedded")).isEqualTo(" 1.0\n 8.0\n");
    }
}
