package io.github.offload4j.tools.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineCommandTest {
    private static final String TRACE =
            "{\"traceEvents\": [{\"ph\":\"X\",\"ts\":0,\"dur\":5,\"cat\":\"launch\",\"args\":{\"name\":\"k\"}}]}";

    @TempDir
    private Path directory;

    @Test
    void drawsATrace() throws IOException {
        Path svg = directory.resolve("t.svg");
        Run run = Run.irgen("timeline", trace(TRACE), "-o", svg.toString());
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(svg)).startsWith("<svg ").contains("launch k");
    }

    @Test
    void sumsATraceUp() throws IOException {
        assertThat(Run.irgen("timeline", trace(TRACE), "--summary").out())
                .startsWith("1 launch, 0 data calls, 0 B in, 0 B out, 5 µs\n");
    }

    @Test
    void aDamagedTraceIsReportedAtItsPlace() throws IOException {
        String file = trace("{\"traceEvents\": [}");
        Run run = Run.irgen("timeline", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("irgen: " + file + ":1:18: error: expected a value\n{\"traceEvents\": [}\n" + " ".repeat(17)
                        + "^\n");
    }

    private String trace(String text) throws IOException {
        return Files.writeString(directory.resolve("t.json"), text).toString();
    }
}
