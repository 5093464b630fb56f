package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.offload4j.codegen.option.DevicePointers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenBLAS, called in a loop with device pointers, computes what Java computes. */
class BlasTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int TIMES = 10;
    private static final long A_BYTES = ROWS * COLUMNS * Float.BYTES;
    private static final long X_BYTES = COLUMNS * Float.BYTES;
    private static final long Y_BYTES = ROWS * Float.BYTES;

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/x86_64-linux-gnu/libopenblas.so.0", "/usr/lib64/libopenblas.so.0", "/usr/lib/libopenblas.so.0");

    @TempDir
    static Path directory;

    static Optional<Path> library() {
        return LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    private static Path build(Target target, DevicePointers pointers) {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            RuntimeInstallation.missing("OpenBLAS (libopenblas.so.0) is not installed");
        }
        return new Program(directory, target + "-" + pointers)
                .sites(
                        new SgemvSites(),
                        target.options().devicePointers(pointers).build())
                .library(library.orElseThrow())
                .link(target.runtime());
    }

    /** Every intermediate result is exact in single precision, so that no order of the sums can differ. */
    static List<Float> expected() {
        List<Float> result = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float product = 0;
            for (int j = 0; j < COLUMNS; j++) {
                product += ((7 * i + 3 * j) % 11 - 5) / 8f * ((j % 4 - 1) / 4f);
            }
            float y = i / 2f;
            for (int time = 0; time < TIMES; time++) {
                y = 0.5f * product + 0.5f * y;
            }
            result.add(y);
        }
        return result;
    }

    private static List<Float> results(Execution execution) {
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return execution
                .output()
                .lines()
                .filter(line -> line.startsWith("y "))
                .map(line -> Float.valueOf(line.substring(2)))
                .toList();
    }

    static Stream<Target> targets() {
        return Target.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void sgemvComputesTheSameAsJava(Target target) {
        Path program = build(target, DevicePointers.RETURN_PARAM);
        for (String scenario : List.of("scalars_by_value", "scalars_by_reference", "loop_in_a_region")) {
            assertThat(results(Execution.of(program, Map.of(), scenario)))
                    .as(scenario)
                    .isEqualTo(expected());
        }
    }

    @ParameterizedTest
    @CsvSource({"OMP_DEFAULT_DEVICE, 3", "OMP_TARGET_OFFLOAD, DISABLED", "OMP_TARGET_OFFLOAD, MANDATORY"})
    void sgemvComputesTheSameUnderEveryPolicy(String variable, String value) {
        Path program = build(Target.all().get(0), DevicePointers.GET_MAPPED_PTR);
        assertThat(results(Execution.of(program, Map.of(variable, value), "scalars_by_reference")))
                .isEqualTo(expected());
    }

    @Test
    void callInALoopCopiesEveryTimeAndARegionAroundItOnce() {
        Path program = build(Target.all().get(0), DevicePointers.RETURN_PARAM);
        assertThat(copies(program, "scalars_by_reference"))
                .hasSize(4 * TIMES)
                .startsWith(
                        Copy.in(A_BYTES, "A"), Copy.in(X_BYTES, "x"), Copy.in(Y_BYTES, "y"), Copy.out(Y_BYTES, "y"));
        assertThat(copies(program, "loop_in_a_region"))
                .extracting(Copy::direction, Copy::bytes)
                .containsExactly(
                        tuple("in", A_BYTES), tuple("in", X_BYTES), tuple("in", Y_BYTES), tuple("out", Y_BYTES));
    }

    private static List<Copy> copies(Path program, String scenario) {
        return Copy.reportedBy(Execution.of(program, Map.of("LIBOMPTARGET_INFO", "32"), scenario));
    }
}
