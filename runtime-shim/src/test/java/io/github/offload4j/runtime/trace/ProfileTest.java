package io.github.offload4j.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Files that libomptarget wrote for a program that, once or three times, begins a region with two arrays of 40 bytes,
 * launches on them, updates one and ends the region, which copies that one back.
 */
class ProfileTest {
    @Test
    void runtime19() throws IOException {
        assertThat(kinds(profile("19")))
                .containsExactly(
                        Kind.REGISTER,
                        Kind.REGISTER,
                        Kind.DATA_BEGIN,
                        Kind.COPY_IN,
                        Kind.COPY_IN,
                        Kind.COPY_IN,
                        Kind.COPY_IN,
                        Kind.LAUNCH,
                        Kind.DATA_UPDATE,
                        Kind.DATA_END,
                        Kind.COPY_OUT);
    }

    @Test
    void runtime22() throws IOException {
        TraceSummary summary = TraceSummary.of(profile("22").events());
        assertThat(summary.launches()).isEqualTo(3);
        assertThat(summary.dataCalls()).isEqualTo(9);
        assertThat(summary.out().bytes()).isEqualTo(3 * 40);
    }

    @Test
    void theSiteIsReadFromTheDetail() throws IOException {
        OffloadEvent launch = profile("19").events().stream()
                .filter(event -> event.kind() == Kind.LAUNCH)
                .findFirst()
                .orElseThrow();
        assertThat(launch.name()).isEqualTo("run_saxpy");
        assertThat(launch.location()).isEqualTo(Optional.of(new SourceLocation("saxpy.yaml", 7, 12)));
    }

    @Test
    void aKernelRunsUntilTheWaitForItEnds() throws IOException {
        OffloadEvent launch = profile("19").events().stream()
                .filter(event -> event.kind() == Kind.LAUNCH)
                .findFirst()
                .orElseThrow();
        assertThat(launch.startNanos()).isEqualTo(6_217_000);
        assertThat(launch.endNanos()).isEqualTo(6_230_000);
    }

    @Test
    void whatTheGranularityLeftOutIsCounted() throws IOException {
        assertThat(profile("22-default").notes())
                .contains("34 events are not in the profile because they were too short;"
                        + " set LIBOMPTARGET_PROFILE_GRANULARITY=0 to have them");
        assertThat(profile("22").notes()).hasSize(1);
    }

    private static List<Kind> kinds(TraceData data) {
        return data.events().stream().map(OffloadEvent::kind).toList();
    }

    private static TraceData profile(String name) throws IOException {
        String file = "libomptarget-" + name + "-profile.json";
        try (InputStream in = Objects.requireNonNull(ProfileTest.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return TraceReader.read(reader);
        }
    }
}
