package io.github.offload4j.irtests.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.irtests.fixture.TestModule;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden case of the API emits its approved text, and LLVM reads back what any golden test makes. */
final class GoldenTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/golden");

    private final GoldenFiles files =
            new GoldenFiles(ROOT, GoldenMode.of(System.getProperty(GoldenMode.PROPERTY), System.getenv("CI")));

    @TestFactory
    Stream<DynamicTest> emitsTheApprovedText() {
        String only = System.getProperty(GoldenMode.CASE_PROPERTY);
        return GoldenCatalogue.topics().stream()
                .filter(topic -> only == null || topic.id().equals(only))
                .map(topic -> dynamicTest(topic.id(), () -> files.verify(topic)));
    }

    @TestFactory
    Stream<DynamicTest> emitsTextThatReadsBackAsTheSameModule() {
        return each(GoldenModules.lowered(), text -> {
            try (TestModule module = TestModule.read(text)) {
                // Finishing a module without sites verifies it, and changes nothing.
                module.finish();
                assertThat(body(module.text())).isEqualTo(body(text));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> kernelsBecomeCodeThatReadsBack() {
        return each(GoldenModules.device(), text -> {
            // LLVM orders the predecessors in comments anew, and gives its own functions their attributes anew.
            String once = readAndPrint(text);
            assertThat(readAndPrint(once)).isEqualTo(once);
        });
    }

    /** Returns a module without the line that names it, which is not kept. */
    private static String body(String text) {
        return text.substring(text.indexOf('\n'));
    }

    private static String readAndPrint(String text) {
        try (OwnedModule module = OwnedModule.parse(text.getBytes(UTF_8), "kernels")) {
            module.module().verify();
            return ModuleWriter.text(module.module().raw());
        }
    }

    private static Stream<DynamicTest> each(Map<String, String> modules, Consumer<String> check) {
        return modules.entrySet().stream()
                .map(module -> dynamicTest(module.getKey(), () -> check.accept(module.getValue())));
    }

    @Test
    void everyApprovedFileHasATopic() {
        assertThat(files.stale(GoldenCatalogue.topics()))
                .as("approved files that no topic answers for; delete them")
                .isEmpty();
    }

    @Test
    void noTwoCasesShareAName() {
        assertThat(GoldenCatalogue.all()).extracting(GoldenCase::id).doesNotHaveDuplicates();
    }
}
