package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Modules in which every line that irgen blames is followed by what it says of that line, in comments that start with
 * {@code ;^}.
 */
class RefusedModulesTest {
    private static final String EXPECTATION = ";^ ";
    private static final Pattern ERROR =
            Pattern.compile("irgen: \\w+\\.ll:(\\d+):\\d+: error: (.*) \\[function 'run', .*\\]");

    @ParameterizedTest
    @ValueSource(strings = {"arguments", "bundles", "callees", "launches"})
    void everyBlamedLineIsReportedInOneRun(String name) throws IOException {
        Path file = Path.of(
                RefusedModulesTest.class.getResource("/refused/" + name + ".ll").getPath());

        IrgenProcess irgen =
                IrgenProcess.run(file.getParent(), "lower", file.getFileName().toString());

        assertThat(reported(irgen.errors())).containsExactlyElementsOf(expected(file));
        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.output()).isEmpty();
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> expected = new ArrayList<>();
        int number = 0;
        int blamed = 0;
        for (String line : Files.readAllLines(file, UTF_8)) {
            number++;
            if (line.startsWith(EXPECTATION)) {
                expected.add(blamed + ": " + line.substring(EXPECTATION.length()));
            } else {
                blamed = number;
            }
        }
        return expected;
    }

    private static List<String> reported(String errors) {
        List<String> reported = new ArrayList<>();
        for (String line : errors.lines().filter(l -> l.startsWith("irgen: ")).toList()) {
            Matcher error = ERROR.matcher(line);
            reported.add(error.matches() ? error.group(1) + ": " + error.group(2) : line);
        }
        return reported;
    }
}
