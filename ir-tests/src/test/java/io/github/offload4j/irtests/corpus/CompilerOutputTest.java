package io.github.offload4j.irtests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What clang makes of the corpus leaves the same memory whenever data travels: its functions as kernels, as callees of
 * library calls, and as host code between sites.
 */
class CompilerOutputTest {
    @TempDir
    Path directory;

    @Test
    void thereAreManyFunctions() {
        assertThat(Corpus.functions(Role.KERNEL)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void sameMemory(Flags flags) {
        List<MarkedProgram> programs = Stream.of(Role.values())
                .map(role -> Corpus.program(role, flags, directory))
                .toList();
        Trial.compile(programs, directory);
        for (Runner runner : List.of(Runner.embedded(directory), Runner.installed(directory))) {
            Trial trial = Trial.run(programs, runner);
            assertThat(programs.stream().flatMap(program -> trial.failures(program).stream()))
                    .as("on %s", runner.where())
                    .isEmpty();
            for (MarkedProgram program : programs) {
                assertThat(trial.bytes(program, Mode.RESIDENT))
                        .as("bytes of %s", program.name())
                        .isLessThan(trial.bytes(program, Mode.SPLIT));
            }
        }
    }
}
