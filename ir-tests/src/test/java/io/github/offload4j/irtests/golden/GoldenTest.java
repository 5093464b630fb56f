package io.github.offload4j.irtests.golden;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.offload4j.irtests.fixture.TestModule;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden case emits its approved text, which LLVM reads back as the same module. */
final class GoldenTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/golden");

    private final GoldenFiles files =
            new GoldenFiles(ROOT, GoldenMode.of(System.getProperty(GoldenMode.PROPERTY), System.getenv("CI")));

    @TestFactory
    Stream<DynamicNode> emitsTheApprovedText() {
        return forEachCase(files::verify);
    }

    @TestFactory
    Stream<DynamicNode> emitsTextThatReadsBackAsTheSameModule() {
        return forEachCase(GoldenTest::assertRoundTrip);
    }

    private static void assertRoundTrip(GoldenCase golden) {
        String text = golden.text();
        try (TestModule module = TestModule.read(text)) {
            // Finishing a module without sites verifies it, and changes nothing.
            module.finish();
            assertThat(module.text()).isEqualTo(text);
        }
    }

    @Test
    void everyApprovedFileHasACase() {
        assertThat(files.stale(GoldenCatalogue.all()))
                .as("approved files that no case answers for; delete them")
                .isEmpty();
    }

    @Test
    void noTwoCasesShareAName() {
        assertThat(GoldenCatalogue.all()).extracting(GoldenCase::id).doesNotHaveDuplicates();
    }

    private static Stream<DynamicNode> forEachCase(Consumer<GoldenCase> check) {
        String only = System.getProperty(GoldenMode.CASE_PROPERTY);
        return GoldenCatalogue.all().stream()
                .filter(golden -> only == null || golden.id().equals(only))
                .collect(groupingBy(GoldenCase::folder, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(folder -> dynamicContainer(
                        folder.getKey(),
                        folder.getValue().stream()
                                .map(golden -> dynamicTest(golden.name(), () -> check.accept(golden)))));
    }
}
