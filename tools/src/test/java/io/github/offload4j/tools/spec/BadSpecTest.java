package io.github.offload4j.tools.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.offload4j.tools.TestSpecs;
import io.github.offload4j.tools.diagnostic.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code bad/} says at its end, in comments, exactly which errors it has and where. */
class BadSpecTest {
    static Stream<Path> structure() {
        return TestSpecs.bad("structure");
    }

    static Stream<Path> meaning() {
        return TestSpecs.bad("meaning");
    }

    @ParameterizedTest
    @MethodSource({"structure", "meaning"})
    void isRefusedWithTheErrorsThatItNames(Path file) {
        InputException refused =
                catchThrowableOfType(InputException.class, () -> SpecReader.read(TestSpecs.source(file)));

        List<String> found = refused.diagnostics().stream()
                .map(d -> d.position().orElseThrow().line() + ":"
                        + d.position().orElseThrow().column() + ": " + d.message())
                .toList();
        assertThat(found).isNotEmpty().isEqualTo(TestSpecs.expectedErrors(file));
    }
}
