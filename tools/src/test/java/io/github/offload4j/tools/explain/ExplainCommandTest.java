package io.github.offload4j.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each module of the resources is explained as the text beside it says, and some as the JSON beside it. When a change is
 * right, {@code irgen explain} writes the new file.
 */
class ExplainCommandTest {
    private static final Path MODULES = Path.of("src/test/resources/io/github/offload4j/tools/explain");

    @ParameterizedTest
    @ValueSource(strings = {"clang-O0", "clang-O1", "rustc", "marked", "registered", "data", "clang-23", "ours-23"})
    void explainsInWords(String module) throws IOException {
        Run run = Run.irgen("explain", MODULES.resolve(module + ".ll").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace(MODULES + "/", "")).isEqualTo(Files.readString(MODULES.resolve(module + ".txt")));
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clang-O1", "marked", "registered"})
    void explainsInJson(String module) throws IOException {
        Run run = Run.irgen(
                "explain", "--format=json", MODULES.resolve(module + ".ll").toString());

        assertThat(run.out().replace(MODULES + "/", "")).isEqualTo(Files.readString(MODULES.resolve(module + ".json")));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void writesAPage() throws IOException {
        Run run = Run.irgen(
                "explain",
                "--format=html",
                "--trace=" + MODULES.resolve("page.json"),
                MODULES.resolve("page.ll").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace(MODULES + "/", "")).isEqualTo(Files.readString(MODULES.resolve("page.html")));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void writesAPageAboutAModuleWithoutSites() {
        Run run = Run.withInput("define void @f() { ret void }", "explain", "--format=html", "-");

        assertThat(run.out())
                .contains("no offload site, no offload entry, no device image; the checks find nothing")
                .contains("The module has no offload site.");
    }

    @Test
    void weighsFindingsOnAPageAsCheckDoes() {
        String page = MODULES.resolve("page.ll").toString();

        Run run = Run.irgen("explain", "--format=html", "--check=launch-bounds=warning", page);

        assertThat(run.out()).contains("the checks find 1 error and 1 warning").contains("⚠ warning");
    }

    @Test
    void staysSmallWithManySites() {
        int one = page(1).length();

        assertThat((page(51).length() - one) / 50).as("bytes a site").isBetween(1000, 4000);
    }

    private static String page(int sites) {
        StringBuilder module = new StringBuilder("declare void @k(ptr, i64)\n");
        for (int i = 0; i < sites; i++) {
            module.append("""
                    define void @f%d(ptr %%x) {
                      call void @k(ptr %%x, i64 1) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                        "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ]
                      ret void
                    }
                    """.formatted(i));
        }
        return Run.withInput(module.toString(), "explain", "--format=html", "-").out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trace=t.json", "--kernels=k.ll", "--check=alias=off", "--devices=nvptx"})
    void refusesWhatOnlyAPageShows(String option) {
        Run run = Run.irgen("explain", option, "in.ll");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option.substring(0, option.indexOf('=')) + " is for pages; give --format=html");
    }

    @Test
    void blamesTheLineOfABrokenTrace(@TempDir Path folder) throws IOException {
        Path trace = Files.writeString(folder.resolve("t.json"), "{\"traceEvents\": [\n1]}");

        Run run = Run.irgen(
                "explain",
                "--format=html",
                "--trace=" + trace,
                MODULES.resolve("page.ll").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("t.json", "an element of traceEvents is no object");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void writesToAFile(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("sites.txt");

        Run run = Run.withInput("define void @f() { ret void }", "explain", "-", "-o", out.toString());

        assertThat(run.out()).isEmpty();
        assertThat(out).hasContent("<stdin>: no offload site, no offload entry, no device image");
    }

    @Test
    void blamesALineThatDoesNotParse() {
        Run run = Run.withInput("define void @f() {\n  rett void\n}\n", "explain", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("irgen: <stdin>:2:3: error: expected instruction opcode");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void blamesAMarkedCallThatCannotBeLowered() {
        Run run = Run.withInput("""
                declare void @k(ptr)
                define void @f(ptr %x) {
                  call void @k(ptr %x) [ "offload"(i1 false, i64 -1) ]
                  ret void
                }
                """, "explain", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("irgen: <stdin>:3:");
    }
}
