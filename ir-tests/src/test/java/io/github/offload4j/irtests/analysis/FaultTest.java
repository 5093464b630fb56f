package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Check;
import io.github.offload4j.codegen.analysis.CheckOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seeded fault is found, and nothing else is. */
class FaultTest {
    private static final Path FAULTS = Path.of("src/test/resources/faults");

    static List<Path> faults() throws IOException {
        try (Stream<Path> files = Files.walk(FAULTS)) {
            return files.filter(file -> file.toString().endsWith(".ll"))
                    .filter(file -> !file.toString().endsWith(".kernels.ll"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFound(Path file) throws IOException {
        Fault fault = Fault.read(file);
        Optional<String> kernels = Optional.empty();
        if (fault.kernels().isPresent()) {
            kernels = Optional.of(Files.readString(fault.kernels().get()));
        }

        var findings = Checked.text(fault.text(), kernels, CheckOptions.defaults());

        assertThat(Checked.lines(findings, fault.namesChains()))
                .isNotEmpty()
                .containsExactlyElementsOf(fault.expectations());
    }

    @Test
    void everyCheckHasFaults() throws IOException {
        assertThat(faults())
                .extracting(file -> file.getParent().getFileName().toString())
                .containsAll(
                        Arrays.stream(Check.values()).map(Check::optionName).toList())
                .hasSizeGreaterThanOrEqualTo(30);
    }
}
