package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs give the same memory whether data travels for each site, for each launch, or stays; and it travels less. */
class ResidentTest {
    private static final Map<String, String> DISABLED = Map.of("OMP_TARGET_OFFLOAD", "DISABLED");

    @TempDir
    static Path directory;

    private static Path build(Target target, Transfers transfers, OptimizationLevel level) {
        OffloadOptions options = target.options().transfers(transfers).build();
        return new Program(directory, target + "-" + transfers.name().toLowerCase(Locale.ROOT) + "-" + level)
                .optimized(level)
                .sites(new ResidentSites(), options)
                .link(target.runtime());
    }

    private static String output(Path program, Map<String, String> environment) {
        Execution execution = Execution.of(program, environment);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return execution.output().replaceFirst("devices \\d+\n", "");
    }

    @TestFactory
    Stream<DynamicNode> sameMemory() {
        return Target.all().stream()
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> {
                    Path split = build(target, Transfers.SPLIT, OptimizationLevel.O2);
                    Path fused = build(target, Transfers.FUSED, OptimizationLevel.O2);
                    Path resident = build(target, Transfers.RESIDENT, OptimizationLevel.O2);
                    Path plain = build(target, Transfers.RESIDENT, OptimizationLevel.O0);
                    String expected = output(split, Map.of());

                    assertThat(output(fused, Map.of())).isEqualTo(expected);
                    assertThat(output(resident, Map.of())).isEqualTo(expected);
                    assertThat(output(plain, Map.of())).isEqualTo(expected);
                    assertThat(output(resident, Map.of("OMP_DEFAULT_DEVICE", "2")))
                            .isEqualTo(expected);
                    assertThat(output(split, DISABLED)).isEqualTo(expected);
                    assertThat(output(resident, DISABLED)).isEqualTo(expected);
                }));
    }

    @Test
    void tenLibraryCallsTransferOnce() {
        Path split = build(Target.all().get(0), Transfers.SPLIT, OptimizationLevel.O1);
        Path resident = build(Target.all().get(0), Transfers.RESIDENT, OptimizationLevel.O1);

        assertThat(bytes(split, "library_calls")).containsExactly(440, 440);
        assertThat(bytes(resident, "library_calls")).containsExactly(44, 8);
    }

    /** Prints the table of {@code docs/transfers.md}. */
    @Test
    void fewerBytesTravel() {
        Path split = build(Target.all().get(0), Transfers.SPLIT, OptimizationLevel.O2);
        Path resident = build(Target.all().get(0), Transfers.RESIDENT, OptimizationLevel.O2);
        List<String> table = new ArrayList<>();
        double saved = 0;
        for (String name : ResidentSites.PROGRAMS) {
            long[] before = bytes(split, name);
            long[] after = bytes(resident, name);
            double share = 1
                    - (double) Arrays.stream(after).sum()
                            / Arrays.stream(before).sum();
            saved += share;
            table.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %.0f %% |",
                    name.replace('_', ' '),
                    before[0],
                    before[1],
                    after[0],
                    after[1],
                    100 * share));
            assertThat(after[0]).as("bytes in of %s", name).isLessThanOrEqualTo(before[0]);
            assertThat(after[1]).as("bytes out of %s", name).isLessThanOrEqualTo(before[1]);
        }
        table.forEach(System.out::println);
        double average = saved / ResidentSites.PROGRAMS.size();
        assertThat(average).as(table::toString).isGreaterThanOrEqualTo(0.6);
        assertThat(Path.of("../docs/transfers.md"))
                .content()
                .contains(String.join("\n", table) + "\n")
                .contains(String.format(Locale.ROOT, "What is saved on average is %.0f %%.", 100 * average));
    }

    /** Returns how many bytes go in, and how many come out. */
    private static long[] bytes(Path program, String scenario) {
        Execution execution = Execution.of(program, Map.of("LIBOMPTARGET_INFO", "32"), scenario);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        List<Copy> copies = Copy.reportedBy(execution);
        return Stream.of("in", "out")
                .mapToLong(direction -> copies.stream()
                        .filter(copy -> copy.direction().equals(direction))
                        .mapToLong(Copy::bytes)
                        .sum())
                .toArray();
    }
}
