package io.github.offload4j.irtests.run;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A test of an embedder's, of a module that calls a library with device pointers. */
class LibraryRunTest {
    private static final String MODULE = """
            declare void @cblas_sscal(i32, float, ptr, i32)

            define void @scale(ptr %x, i64 %bytes) {
              call void @cblas_sscal(i32 4, float 0.5, ptr %x, i32 1) [
                "offload"(i1 true, i64 -1), "offload.map"(i32 2, i64 %bytes, i64 3) ]
              ret void
            }
            """;

    @Test
    void theLibraryGetsTheDevicesMemory() {
        Optional<Path> library = BlasTest.library();
        if (library.isEmpty()) {
            RuntimeInstallation.missing("OpenBLAS (libopenblas.so.0) is not installed");
        }
        try (TestModule module = TestModule.parse(OffloadOptions.defaults(), MODULE)) {
            Lowering.with(OffloadOptions.defaults()).lower(module.raw());
            try (OffloadTestRun run = OffloadTestRun.builder()
                    .library(library.orElseThrow())
                    .watch("cblas_sscal")
                    .of(module.raw())) {
                float[] x = {2, 4, 6, 8};
                run.call("scale", x, 16L);

                assertThat(x).containsExactly(1, 2, 3, 4);
                assertTrace(run.trace()).called("cblas_sscal").movedIn(16).movedOut(16);
                assertThat(run.trace().libraryCalls().get(0).toString())
                        .matches("cblas_sscal\\(4, 0\\.5, 0x\\p{XDigit}+, 1\\)");
            }
        }
    }
}
