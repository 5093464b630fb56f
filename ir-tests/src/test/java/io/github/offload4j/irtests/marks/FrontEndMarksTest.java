package io.github.offload4j.irtests.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of real front ends, run on libomptarget. */
class FrontEndMarksTest {
    /** Without what only stops a program, as no kernel can handle exceptions. */
    private static final String RUST_KERNELS = "-Copt-level=0 -Cdebug-assertions=off -Cpanic=abort";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O1", "-O2 -g", "-O2 -Xclang -disable-llvm-passes"})
    void everyMarkOfC(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.C, "every-mark.c", directory);

        assertThat(program.outputOnDevice(options, options)).isEqualTo("9900.0\n4950.0\n4950.0\n14850.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2 -g", "-O2 -Xclang -disable-llvm-passes"})
    void variablesOfHostAndDeviceOfC(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.C, "variables.c", directory);

        assertThat(program.outputOnDevice(options, options)).isEqualTo("1 5 1 -1 42\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2 -g", "-O2 -Xclang -disable-llvm-passes"})
    void cppWithVectorsDestructorsTemplatesAndExceptions(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.CPP, "containers.cc", directory);

        assertThat(program.outputOnDevice(options, options)).isEqualTo("""
                7.0 7.0
                end of y
                end of x
                end of y
                end of x
                caught y
                50.0
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Copt-level=0",
                "-Copt-level=2 -g",
                "-Copt-level=0 -Cdebug-assertions=off -Cpanic=abort",
                "-Copt-level=2 -Cpanic=abort"
            })
    void rustWithVectors(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.RUST, "plain.rs", directory);

        assertThat(program.outputOnDevice(options, RUST_KERNELS)).isEqualTo("1 500.5 250750\nend of main\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Copt-level=0", "-Copt-level=2 -Cpanic=abort"})
    void rustWithTypes(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.RUST, "types.rs", directory);

        assertThat(program.outputOnDevice(options, RUST_KERNELS)).isEqualTo("""
                1 1000 42 7
                1998 1000 500
                1000 43
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2"})
    void fortranWithScalarsByReferenceAndLogicals(String options) {
        MarkedSource program = MarkedSource.of(FrontEnd.FORTRAN, "arrays.f90", directory);

        assertThat(program.outputOnDevice(options, options, "_QMkernelsPaxpy"))
                .isEqualTo("       1.5     501.0  251250.0\n");
    }
}
