package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that libraries leave on streams is waited for where something follows it, and nowhere else. */
class StreamsTest {
    private static final int DEVICES = 4;

    @TempDir
    static Path directory;

    private static Path build(Target target, Transfers transfers) {
        Path library = FakeDriver.withStreamsIn(directory.resolve("streams")).resolve("libcuda.so.1");
        return new Program(directory, target + "-" + transfers)
                .sites(new StreamSites(), target.options().transfers(transfers).build())
                .library(library)
                .link(target.runtime());
    }

    private static Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", directory.resolve("streams").toString());
    }

    @TestFactory
    Stream<DynamicTest> ofOneStreamAreWaitedForOnce() {
        return Target.all().stream()
                .map(target -> Scenarios.pass(
                        build(target, Transfers.SPLIT), environment(), target.hasDevices() ? DEVICES : 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSED", "RESIDENT"})
    void transfersDoNotMatter(Transfers transfers) {
        Execution execution = Execution.of(build(Target.all().get(0), transfers), environment());

        assertThat(execution.exitCode()).as(execution::toString).isZero();
    }
}
