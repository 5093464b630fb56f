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
