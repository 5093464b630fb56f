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

        assertThat(workplace.run("irgen build " + files + " -o clamp && ./clamp"))
                .isEqualTo(expected);
        assertThat(workplace.run("irgen run " + files + " --runtime=embedded")).isEqualTo(expected);
    }
}
