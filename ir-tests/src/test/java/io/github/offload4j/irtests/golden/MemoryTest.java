package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** Modules that are built and closed leave no native memory behind. */
final class MemoryTest {
    private static final int WARM_UP = 500;
    private static final int MEASURED = 2000;

    @Test
    @EnabledOnOs(LINUX)
    void twoThousandModulesDoNotGrowTheProcess() {
        // A process of its own, so that other tests' garbage is not measured; a heap of fixed size and a compiler that
        // is
        // soon done, so that only native memory is.
        ChildJvm.Result result = ChildJvm.run(
                Child.class,
                List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

        assertThat(result.status()).as(result.output()).isZero();
        List<Double> pages = result.output().lines().map(Double::parseDouble).toList();
        double before = pages.get(0);
        double after = pages.get(1);
        assertThat(after / before)
                .as("resident pages after %d more modules, relative to %s after %d", MEASURED, before, WARM_UP)
                .isLessThan(1.05);
    }

    /** Prints the resident pages after the warm-up and after the measured modules. */
    static final class Child {
        private static final List<GoldenCase> SITES =
                List.of(GoldenCatalogue.get("slices/two"), GoldenCatalogue.get("slices/host"));

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            build(WARM_UP);
            long before = residentPages();
            build(MEASURED);
            System.out.println(before);
            System.out.println(residentPages());
        }

        private static void build(int count) {
            for (int i = 0; i < count; i++) {
                SITES.get(i % SITES.size()).build().close();
            }
        }

        private static long residentPages() throws IOException {
            System.gc();
            try (Scanner fields = new Scanner(Path.of("/proc/self/statm"), StandardCharsets.US_ASCII)) {
                fields.nextLong();
                return fields.nextLong();
            }
        }
    }
}
