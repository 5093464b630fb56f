package io.github.offload4j.tools.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code emit} reads from and writes to, and what it says when it cannot. */
class EmitCommandTest {
    private static final String SPEC = """
            offloads:
              - name: run
                callee: f
                host: true
                parameters: []
            """;

    @TempDir
    Path directory;

    private Path spec;
    private Path output;

    @BeforeEach
    void writeSpec() throws IOException {
        spec = directory.resolve("spec.yaml");
        output = directory.resolve("out.ll");
        Files.writeString(spec, SPEC);
    }

    @Test
    void writesTextToStandardOutput() {
        Run run = Run.irgen("emit", spec.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("source_filename = \"" + spec + "\"\n")
                .contains("define void @run() {\n")
                .contains("  call void @f()\n");
    }

    @Test
    void readsStandardInput() {
        Run run = Run.withInput(SPEC, "emit", "-", "-o", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("source_filename = \"<stdin>\"\n", ";<stdin>;run;2;5;;");
    }

    @Test
    void writesAFileAndNothingElse() throws IOException {
        Run run = Run.irgen("emit", spec.toString(), "-o", output.toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(output)).contains("define void @run() {\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(spec, output);
        }
    }

    @Test
    void writesBitcode() {
        Run run = Run.irgen("emit", spec.toString(), "--format=bc");

        assertThat(run.bytes()).startsWith('B', 'C', 0xC0, 0xDE);
    }

    @Test
    void keepsBitcodeFromATerminal() {
        Run run = Run.onTerminal("", "emit", spec.toString(), "--format=bc", "--color=never");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("irgen: error: bitcode is not written to a terminal; use -o FILE or redirect the output\n");
    }

    @Test
    void failingRunLeavesTheOldOutput() throws IOException {
        Files.writeString(output, "old");

        Run run = Run.withInput("offloads: 1", "emit", "-", "-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).hasContent("old");
    }

    @Test
    void failingRunMakesNoOutput() {
        Run.withInput("offloads: 1", "emit", "-", "-o", output.toString());

        assertThat(output).doesNotExist();
    }

    @Test
    void neverOverwritesItsInput() {
        Run run = Run.irgen("emit", spec.toString(), "-o", spec.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(spec).hasContent(SPEC);
    }

    @Test
    void keepsALinkToTheOutput() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.ll"), output);
        Files.writeString(output, "old");

        Run.irgen("emit", spec.toString(), "-o", link.toString());

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(output)).contains("@run");
    }

    @Test
    void saysThatTheOutputsDirectoryIsMissing() {
        Path nowhere = directory.resolve("none").resolve("out.ll");

        assertFailure(
                Run.irgen("emit", spec.toString(), "-o", nowhere.toString()),
                nowhere + ": error: cannot be written: no such directory");
    }

    @Test
    void saysThatTheOutputIsADirectory() {
        assertFailure(
                Run.irgen("emit", spec.toString(), "-o", directory.toString()), directory + ": error: is a directory");
    }

    @Test
    void saysThatTheInputIsMissing() {
        assertFailure(Run.irgen("emit", "none.yaml"), "none.yaml: error: cannot be read: no such file");
    }

    @Test
    void saysThatTheInputIsADirectory() {
        assertFailure(Run.irgen("emit", directory.toString()), directory + ": error: is a directory");
    }

    @Test
    void readsNoMoreThanASpecMayHave() {
        assertFailure(
                Run.irgen("emit", "/dev/zero"),
                "/dev/zero: error: larger than 1048576 bytes, the most that a spec may have");
    }

    private static void assertFailure(Run run, String message) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("irgen: " + message + "\n");
    }

    @Test
    void showsTheLineAndTheColumnOfAnError() {
        Run run = Run.withInput(
                "offloads:\n  - nmae: run\n    callee: f\n    host: true\n    parameters: []\n", "emit", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        irgen: <stdin>:2:5: error: unknown key 'nmae'; did you mean 'name'?
                          - nmae: run
                            ^
                        irgen: <stdin>:2:5: error: missing key 'name'
                          - nmae: run
                            ^
                        """);
    }

    @Test
    void stopsAfterTwentyErrors() {
        Run run = Run.withInput("offloads:\n" + "  - 1\n".repeat(23), "emit", "-");

        assertThat(run.err().lines().filter(line -> line.contains("error: an offload is")))
                .hasSize(20);
        assertThat(run.err()).endsWith("irgen: <stdin>: error: 3 more errors are not shown\n");
    }

    @Test
    void refusesMoreParametersThanAnyoneNeeds() {
        String parameters = "{name: x, type: i8},".repeat(128);

        Run run = Run.withInput(SPEC.replace("[]", "[" + parameters + "]"), "emit", "-");

        assertThat(run.err())
                .startsWith("irgen: <stdin>:5:17: error: 'parameters' has 128 of them; expected at most 127\n");
    }

    @Test
    void coloursOnATerminal() {
        assertThat(Run.onTerminal("offloads: 1", "emit", "-", "--color=auto").err())
                .contains(System.getenv().getOrDefault("NO_COLOR", "").isEmpty() ? "\033[1;31merror:" : "error:");
        assertThat(Run.withInput("offloads: 1", "emit", "-").err()).doesNotContain("\033");
        assertThat(Run.withInput("offloads: 1", "emit", "-", "--color=always").err())
                .contains("\033[1;31merror:");
        assertThat(Run.onTerminal("offloads: 1", "emit", "-", "--color=never").err())
                .doesNotContain("\033");
    }

    @Test
    void warnsOfATargetThatLlvmDoesNotKnow() {
        Run run = Run.withInput(SPEC, "emit", "-", "--triple=pdp11-dec-unix");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "irgen: <stdin>: warning: no target is known for triple 'pdp11-dec-unix'; sizes follow LLVM's"
                                + " default data layout\n");
        assertThat(run.out()).contains("target triple = \"pdp11-dec-unix\"").doesNotContain("target datalayout");
    }

    @Test
    void namesBeyondAsciiAreKept() throws IOException {
        Path file = directory.resolve("größe.yaml");
        Files.write(file, SPEC.replace("run", "grüße").getBytes(UTF_8));

        assertThat(Run.irgen("emit", file.toString()).out()).contains("define void @\"gr\\C3\\BC\\C3\\9Fe\"()");
    }
}
