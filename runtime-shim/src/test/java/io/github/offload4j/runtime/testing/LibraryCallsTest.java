package io.github.offload4j.runtime.testing;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.jit.NativeAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LibraryCallsTest {
    private static final String MODULE = """
            declare i64 @labs(i64)
            declare double @ldexp(double, i32)
            declare i32 @memcmp(ptr, ptr, i64)

            define double @both(i64 %n, ptr %x) {
              %m = call i64 @labs(i64 %n)
              %same = call i32 @memcmp(ptr %x, ptr %x, i64 4)
              %e = trunc i64 %m to i32
              %result = call double @ldexp(double 0.75, i32 %e)
              ret double %result
            }
            """;

    private static OffloadTestRun.Builder watching() {
        return OffloadTestRun.builder().watch("labs").watch("ldexp").watch("memcmp");
    }

    @Test
    void libraryGetsTheCallsThatAreWatched() {
        try (OffloadTestRun run = watching().of(MODULE.getBytes(UTF_8), "calls")) {
            assertThat(run.call("both", -3L, new float[1]).asDouble()).isEqualTo(6.0);

            assertTrace(run.trace()).called("labs", "memcmp", "ldexp");
            assertThat(run.trace().libraryCalls().get(0).arguments()).containsExactly(-3L);
            assertThat(run.trace().libraryCalls().get(1).arguments().get(0)).isInstanceOf(NativeAddress.class);
            assertThat(run.trace().libraryCalls().get(2)).hasToString("ldexp(0.75, 3)");
        }
    }

    @Test
    void methodsInPlaceOfLibrariesAreRecordedToo() {
        try (OffloadTestRun run =
                OffloadTestRun.builder().define("labs", arguments -> 1L).of(MODULE.getBytes(UTF_8), "calls")) {
            assertThat(run.call("both", -3L, new float[1]).asDouble()).isEqualTo(1.5);

            assertTrace(run.trace()).called("labs");
        }
    }

    @Test
    void whatIsNotNamedIsNotRecorded() {
        try (OffloadTestRun run = OffloadTestRun.builder().of(MODULE.getBytes(UTF_8), "calls")) {
            run.call("both", -3L, new float[1]);

            assertTrace(run.trace()).calledNothing();
        }
    }

    @Test
    void anAssertionSaysWhatWasCalledInstead() {
        try (OffloadTestRun run = OffloadTestRun.builder().watch("labs").of(MODULE.getBytes(UTF_8), "calls")) {
            run.call("both", -3L, new float[1]);

            assertThatThrownBy(() -> assertTrace(run.trace()).called("cblas_sgemv"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("expected calls of [cblas_sgemv], found [labs(-3)]");
        }
    }

    @Test
    void forgetsCallsWithTheEvents() {
        try (OffloadTestRun run = watching().of(MODULE.getBytes(UTF_8), "calls")) {
            run.call("both", -3L, new float[1]);
            run.trace().clear();

            assertTrace(run.trace()).calledNothing();
        }
    }

    @Test
    void functionsAreFoundInTheLibrariesThatAreNamed() {
        String module = """
                declare double @j0(double)
                define double @run(double %x) {
                  %y = call double @j0(double %x)
                  ret double %y
                }
                """;
        try (OffloadTestRun run = OffloadTestRun.builder()
                .library(Path.of("libm.so.6"))
                .watch("j0")
                .of(module.getBytes(UTF_8), "bessel")) {
            assertThat(run.call("run", 0.0).asDouble()).isEqualTo(1.0);
            assertTrace(run.trace()).called("j0");
        }
    }

    @Test
    void aFunctionThatNoLibraryHasIsMissing() {
        String module =
                "declare void @nobody_has_it()\ndefine void @run() {\n  call void @nobody_has_it()\n  ret void\n}\n";

        assertThatThrownBy(() -> OffloadTestRun.builder().watch("nobody_has_it").of(module.getBytes(UTF_8), "missing"))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining("the program needs 'nobody_has_it'");
    }

    @Test
    void aLibraryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> OffloadTestRun.builder()
                        .library(Path.of("libnobodyhasit.so"))
                        .of(MODULE.getBytes(UTF_8), "calls"))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining("libnobodyhasit.so");
    }
}
