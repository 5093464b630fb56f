package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The tests of this package again where JavaCPP does not free native memory by itself. A pointer that is used after it was
 * freed, or freed by hand while JavaCPP still tracks it, shows in one of the two.
 */
final class PointerCollectorTest {
    private static final List<Class<?>> TESTS = List.of(
            BoundsMisuseTest.class,
            CallMisuseTest.class,
            ExtentMisuseTest.class,
            ModuleMisuseTest.class,
            NullMisuseTest.class,
            OptionMisuseTest.class,
            PositionMisuseTest.class,
            RegionMisuseTest.class,
            ValueMisuseTest.class);

    @Test
    void wrongUsesAreRefusedWithoutThePointerCollector() {
        ChildJvm.Result result = ChildJvm.run(Child.class, List.of("-Dorg.bytedeco.javacpp.nopointergc=true"));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).containsPattern("tests succeeded: [1-9][0-9]{2,}");
    }

    /** Runs the tests of the package; exits with 1 when one fails. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Launcher launcher = LauncherFactory.create();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(TESTS.stream()
                                    .map(type -> selectClass(type))
                                    .toList())
                            .build(),
                    listener);
            TestExecutionSummary summary = listener.getSummary();
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            out.println("tests succeeded: " + summary.getTestsSucceededCount());
            summary.printFailuresTo(out);
            System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
        }
    }
}
