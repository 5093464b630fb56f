package io.github.offload4j.irtests.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Kernels become the approved device code, which LLVM reads back. */
final class DeviceGoldenTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/golden-device");

    private final GoldenFiles files =
            new GoldenFiles(ROOT, GoldenMode.of(System.getProperty(GoldenMode.PROPERTY), System.getenv("CI")));

    @TestFactory
    Stream<DynamicNode> becomeTheApprovedCode() {
        return forEachCase(files::verify);
    }

    @TestFactory
    Stream<DynamicNode> becomeCodeThatReadsBack() {
        return forEachCase(golden -> {
            // LLVM orders the predecessors in comments anew, and gives its own functions their attributes anew.
            String once = readAndPrint(golden.text());
            assertThat(readAndPrint(once)).isEqualTo(once);
        });
    }

    private static String readAndPrint(String text) {
        try (OwnedModule module = OwnedModule.parse(text.getBytes(UTF_8), "kernels")) {
            module.module().verify();
            return ModuleWriter.text(module.module().raw());
        }
    }

    @Test
    void everyApprovedFileHasACase() {
        assertThat(files.stale(DeviceCases.all()))
                .as("approved files that no case answers for; delete them")
                .isEmpty();
    }

    private static Stream<DynamicNode> forEachCase(Consumer<DeviceCase> check) {
        String only = System.getProperty(GoldenMode.CASE_PROPERTY);
        return DeviceCases.all().stream()
                .filter(golden -> only == null || golden.id().equals(only))
                .map(golden -> dynamicTest(golden.id(), () -> check.accept(golden)));
    }
}
