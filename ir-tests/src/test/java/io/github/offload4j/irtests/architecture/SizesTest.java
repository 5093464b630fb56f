package io.github.offload4j.irtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file can be read in one go. */
final class SizesTest {
    private static final int MOST_LINES = 400;

    @ParameterizedTest
    @ValueSource(strings = {"codegen", "runtime-shim", "tools"})
    void noSourceFileHasMoreThan400Lines(String module) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("..", module, "src/main/java"))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(files)
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
    }
}
