package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of build systems and languages build and run, on libomptarget and on irgen's own devices. */
class ExampleProgramsTest {
    private static final String CARGO = "8 15 7001\n";

    @TempDir
    Path folder;

    /** One command does all: the kernel is in one crate, its launch and a BLAS call in others. */
    @ParameterizedTest
    @CsvSource({
        "-O0 -g,          dev,     off, full",
        "-O2,             release, off, none",
        "-O2 -g,          release, off, full",
        "-O2 and fat LTO, release, fat, none",
    })
    void cargoWorkspaceRuns(String how, String profile, String lto, String debug) throws IOException {
        Workplace.require("cargo", "rustc", "cc");
        Workplace workplace = new Workplace(folder);
        Execution run = workplace.shell(
                workplace.example("cargo"),
                Map.of(
                        "CARGO_PROFILE_RELEASE_LTO", lto,
                        "CARGO_PROFILE_RELEASE_DEBUG", debug,
                        "CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
                "cargo run --offline --quiet --profile=" + profile);

        assertThat(run.exitCode()).as(how + ": " + run).isZero();
        assertThat(run.output()).isEqualTo(CARGO);
    }

    @Test
    void cmakeProjectRuns() throws IOException {
        Workplace.require("cmake", "clang-22", "clang++-22", "make", "llvm-dis-22");
        Workplace workplace = new Workplace(folder);
        workplace.example("cmake");

        assertThat(workplace.run("cmake -S tools/examples/cmake -B build -DCMAKE_C_COMPILER=clang-22"
                        + " -DCMAKE_CXX_COMPILER=clang++-22 >log 2>&1 || cat log; cmake --build build >>log 2>&1 || cat log;"
                        + " build/smooth"))
                .isEqualTo("0 1 3 7\n");
    }

    @Test
    void fortranProgramRuns() throws IOException {
        Workplace.require("flang-22");
        Workplace workplace = new Workplace(folder);
        workplace.example("fortran");
        String expected = "     2.5     4.0  1501.0\n";

        assertThat(workplace.run("irgen build tools/examples/fortran/daxpy.f90 -o daxpy && ./daxpy"))
                .isEqualTo(expected);
        assertThat(workplace.run("irgen run tools/examples/fortran/daxpy.f90 --runtime=embedded"))
                .isEqualTo(expected);
    }

    @Test
    void programOfTwoLanguagesRuns() throws IOException {
        Workplace.require("rustc");
        Workplace workplace = new Workplace(folder);
        workplace.example("languages");
        String files = "tools/examples/languages/main.c tools/examples/languages/clamp.rs";
        String expected = "-7.5 20.0 50.0\n";

        // the commands of the example's page are run by the test of what pages show
        assertThat(workplace.run("irgen run " + files + " --runtime=embedded")).isEqualTo(expected);
    }

    @Test
    void programOfFourLanguagesRuns() throws IOException {
        Workplace.require("rustc", "flang-22", "g++");
        Workplace workplace = new Workplace(folder);
        workplace.write("main.c", """
                #include "offload.h"
                #include <stdio.h>
                void in_cpp(int *x);
                void in_rust(int *x, int64_t n);
                void in_fortran(int *x);
                OFFLOAD_KERNEL static void in_c(int *x) { x[offload_thread_id(0)] += 1; }
                #define MARK(f) offload_kernel(-1); offload_for(f); offload_grid(1, 1, 1); offload_block(4, 1, 1); \\
                    offload_map_pointer(x, sizeof x, OFFLOAD_TOFROM)
                int main(void) {
                  int x[4] = {0};
                  MARK(in_c); in_c(x);
                  MARK(in_cpp); in_cpp(x);
                  MARK(in_rust); in_rust(x, 4);
                  MARK(in_fortran); in_fortran(x);
                  printf("%d %d\\n", x[0], x[3]);
                }
                """);
        workplace.write("kernel.cc", """
                #include "offload.h"
                template <int N> static int add(int v) { return v + N; }
                extern "C" OFFLOAD_KERNEL void in_cpp(int *x) {
                  x[offload_thread_id(0)] = add<10>(x[offload_thread_id(0)]);
                }
                """);
        workplace.write("kernel.rs", """
                use ::offload::*;
                kernel! {
                    pub fn in_rust(x: &mut [i32]) {
                        x[offload_thread_id(0) as usize] += 100;
                    }
                }
                """);
        workplace.write("kernel.f90", """
                subroutine in_fortran(x) bind(c)
                    use iso_c_binding
                    use offload
                    integer(c_int) :: x(*)
                    x(offload_thread_id(0) + 1) = x(offload_thread_id(0) + 1) + 1000
                end subroutine
                """);
        String files = "main.c kernel.cc kernel.rs kernel.f90";

        assertThat(workplace.run("irgen build " + files + " -o four && ./four")).isEqualTo("1111 1111\n");
        assertThat(workplace.run("irgen run " + files + " --runtime=embedded")).isEqualTo("1111 1111\n");
    }
}
