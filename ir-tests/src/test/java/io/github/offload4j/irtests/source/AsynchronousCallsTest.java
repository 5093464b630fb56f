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

/** Programs that go on while their calls run, and wait; each in a process of its own. */
class AsynchronousCallsTest extends WorkplaceTest {
    /** The same for clang's OpenMP. */
    private static final String C = """
            #include <stdio.h>
            #include <stdlib.h>
            #ifdef OPENMP
            static void spawn(int n, float a, float *x) {
              #pragma omp target teams distribute parallel for nowait depend(inout: x[0]) map(tofrom: x[0:n])
              for (int i = 0; i < n; i++) x[i] = a * x[i] + 1;
            }
            static void wait_for(float *x) {
              #pragma omp taskwait depend(in: x[0])
            }
            static void wait_for_all(void) {
              #pragma omp taskwait
            }
            static void enter(int n, float *x) {
              #pragma omp target enter data nowait depend(inout: x[0]) map(to: x[0:n])
            }
            static void update(int n, float *x) {
              #pragma omp target update nowait depend(inout: x[0]) from(x[0:n])
            }
            static void leave(int n, float *x) {
              #pragma omp target exit data nowait depend(inout: x[0]) map(from: x[0:n])
            }
            #else
            #include "offload.h"
            OFFLOAD_KERNEL void scale(int n, float a, float *x) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) x[i] = a * x[i] + 1;
            }
            static void spawn(int n, float a, float *x) {
              offload_kernel(-1);
              offload_grid((n + 63) / 64, 1, 1);
              offload_block(64, 1, 1);
              offload_map_pointer(x, n * sizeof *x, OFFLOAD_TOFROM);
              offload_nowait();
              offload_depend(x, OFFLOAD_INOUT);
              scale(n, a, x);
            }
            static void wait_for(float *x) {
              offload_depend(x, OFFLOAD_IN);
              offload_wait(-1);
            }
            static void wait_for_all(void) {
              offload_wait(-1);
            }
            static void enter(int n, float *x) {
              offload_nowait();
              offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
              offload_depend(x, OFFLOAD_INOUT);
              offload_enter(-1);
            }
            static void update(int n, float *x) {
              offload_map_pointer(x, n * sizeof *x, OFFLOAD_FROM);
              offload_nowait();
              offload_depend(x, OFFLOAD_INOUT);
              offload_update(-1);
            }
            static void leave(int n, float *x) {
              offload_map_pointer(x, n * sizeof *x, OFFLOAD_FROM);
              offload_nowait();
              offload_depend(x, OFFLOAD_INOUT);
              offload_exit(-1);
            }
            #endif
            int main(void) {
              int n = 1000;
              float *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y), *z = malloc(n * sizeof *z);
              for (int i = 0; i < n; i++) x[i] = y[i] = z[i] = i % 3;
              enter(n, y);
              spawn(n, 2, x);
              spawn(n, 3, y);
              spawn(n, 5, x);
              for (int i = 0; i < 8; i++) spawn(n / 8, 2, z + i * (n / 8));
              update(n, y);
              wait_for(y);
              printf("%g ", y[n - 1]);
              spawn(n, 7, y);
              leave(n, y);
              wait_for(x);
              printf("%g ", x[n - 1]);
              wait_for_all();
              printf("%g %g\\n", y[n - 1], z[n - 1]);
              free(x); free(y); free(z);
              return 0;
            }
            """;

    private static final String CPP = """
            #include "offload.h"
            #include <cstdio>
            #include <vector>

            OFFLOAD_KERNEL void scale(int n, float a, float *x) {
                int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
                if (i < n) x[i] = a * x[i] + 1;
            }

            static void spawn(float a, std::vector<float> &x) {
                int n = static_cast<int>(x.size());
                float *data = x.data();
                offload_kernel(-1);
                offload_grid((n + 63) / 64, 1, 1);
                offload_block(64, 1, 1);
                offload_map_pointer(data, n * sizeof(float), OFFLOAD_TOFROM);
                offload_nowait();
                offload_depend(data, OFFLOAD_INOUT);
                scale(n, a, data);
            }

            int main() {
                std::vector<float> x(1000, 1), y(1000, 1);
                spawn(2, x);
                spawn(3, y);
                spawn(5, x);
                offload_wait(-1);
                std::printf("%g %g\\n", x[999], y[999]);
            }
            """;

    private static final String RUST = """
            use ::offload::*;

            kernel! {
                fn scale(a: f32, x: &mut [f32]) {
                    let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
                    if i < x.len() {
                        x[i] = a * x[i] + 1.0;
                    }
                }
            }

            // Spawns; x belongs to the device until the program waits.
            unsafe fn spawn(a: f32, x: &mut [f32]) {
                let pointer = x.as_ptr().cast();
                offload_mark(false, -1);
                offload_for(scale as *const core::ffi::c_void);
                offload_grid((x.len() as i32 + 63) / 64, 1, 1);
                offload_block(64, 1, 1);
                offload_map_pointer(pointer, size_of_val(x) as i64, OFFLOAD_TOFROM);
                unsafe { offload_nowait() };
                offload_depend(pointer, OFFLOAD_INOUT);
                scale(a, x);
            }

            fn main() {
                let (mut x, mut y) = (vec![1f32; 1000], vec![1f32; 1000]);
                unsafe {
                    spawn(2.0, &mut x);
                    spawn(3.0, &mut y);
                    spawn(5.0, &mut x);
                }
                offload_wait(-1);
                println!("{} {}", x[999], y[999]);
            }
            """;

    private static final String FORTRAN = """
            module kernels
            contains
              subroutine scale(n, a, x) bind(c)
                use, intrinsic :: iso_c_binding
                use offload
                integer(c_int), value :: n
                real(c_float), value :: a
                real(c_float) :: x(n)
                integer :: i
                i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0) + 1
                if (i <= n) x(i) = a * x(i) + 1
              end subroutine
            end module

            program halves
              use, intrinsic :: iso_c_binding
              use offload
              use kernels
              real(c_float), target :: x(1000), y(1000)
              x = 1
              y = 1
              call spawn(2.0, x)
              call spawn(3.0, y)
              call spawn(5.0, x)
              call offload_wait(-1_c_int64_t)
              print '(f4.0, f5.0)', x(1000), y(1000)
            contains
              subroutine spawn(a, v)
                real(c_float), value :: a
                real(c_float), target :: v(1000)
                call offload_mark(.false._c_bool, -1_c_int64_t)
                call offload_for(scale)
                call offload_grid(16, 1, 1)
                call offload_block(64, 1, 1)
                call offload_map_pointer(v, 4000_c_int64_t, OFFLOAD_TOFROM)
                call offload_nowait()
                call offload_depend(v, OFFLOAD_INOUT)
                call scale(1000, a, v)
              end subroutine
            end program
            """;

    private static final String PRINTED = "1 6 8 1\n";

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "19", "22"})
    void inThisProcess(String name) throws IOException {
        workplace.write("calls.c", C);

        assertThat(workplace.run("irgen run calls.c --runtime=" + Workplace.runtime(name)))
                .isEqualTo(PRINTED);
    }

    @ParameterizedTest
    @CsvSource({"split, MANDATORY", "fused, MANDATORY", "resident, MANDATORY", "split, DISABLED"})
    void asAProgram(String transfers, String offload) throws IOException {
        RuntimeInstallation.require(22);
        workplace.write("calls.c", C);
        workplace.run("irgen build calls.c --transfers=" + transfers + " -o calls");

        Execution execution = workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", offload), "./calls");

        assertThat(execution.output()).as(execution.toString()).isEqualTo(PRINTED);
    }

    @Test
    void clangsProgramPrintsTheSame() throws IOException {
        Workplace.require("clang-22");
        RuntimeInstallation installation = RuntimeInstallation.require(22);
        workplace.write("calls.c", C);
        workplace.run("clang-22 -O1 -DOPENMP -fopenmp -fopenmp-targets=x86_64-pc-linux-gnu -c calls.c -o calls.o");
        workplace.run(
                "clang-22 --offload-link -fuse-ld=lld calls.o " + installation.offload() + " " + installation.openmp()
                        + " -Wl,-rpath," + installation.offload().getParent() + " -o calls");

        Execution execution = workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), "./calls");

        assertThat(execution.output()).as(execution.toString()).isEqualTo(PRINTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "22"})
    void ofCpp(String name) throws IOException {
        workplace.write("halves.cpp", CPP);

        assertThat(workplace.run("irgen run halves.cpp --runtime=" + Workplace.runtime(name)))
                .isEqualTo("16 4\n");
    }

    @Test
    void ofRust() throws IOException {
        Workplace.require("rustc");
        workplace.write("halves.rs", RUST);

        assertThat(workplace.run("irgen run halves.rs --runtime=embedded")).isEqualTo("16 4\n");
    }

    @Test
    void ofFortran() throws IOException {
        Workplace.require("flang-22");
        workplace.write("halves.f90", FORTRAN);

        assertThat(workplace.run("irgen run halves.f90 --runtime=embedded")).isEqualTo(" 16.   4.\n");
    }

    @Test
    void aForgottenWaitIsSeenOnTheEmbeddedDevice() throws IOException {
        workplace.write("calls.c", C.replace("wait_for_all();\n  printf", "printf"));

        Execution execution =
                workplace.shell(folder, Map.of(), "irgen run calls.c --runtime=embedded --check=asynchronous=off");

        assertThat(execution.exitCode()).as(execution.toString()).isEqualTo(1);
        assertThat(execution.errors())
                .contains("asynchronous sites were spawned and never waited for, and have not run: ");
    }
}
