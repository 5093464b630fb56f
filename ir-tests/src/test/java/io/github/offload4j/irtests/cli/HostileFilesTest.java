package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs without an end, inputs nested deep, and outputs without room. */
class HostileFilesTest {
    private static final String MODULE = "define void @f() {\n  ret void\n}\n";

    @TempDir
    Path directory;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content, UTF_8);
    }

    private void assertNothingIsLeft(String... expected) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(expected);
        }
    }

    @Test
    void anInputWithoutAnEnd() {
        assumeThat(Path.of("/dev/zero")).exists();

        IrgenProcess irgen = IrgenProcess.run(directory, "lower", "/dev/zero");

        assertThat(irgen.errors())
                .isEqualTo("irgen: /dev/zero: error: cannot be read: neither a text nor LLVM's bitcode\n");
        assertThat(irgen.exitCode()).isEqualTo(1);
    }

    @Test
    void anOutputWithoutRoom() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        write("in.ll", MODULE);

        IrgenProcess irgen = IrgenProcess.run(directory, "lower", "in.ll", "-o", "/dev/full");

        assertThat(irgen.errors()).isEqualTo("irgen: /dev/full: error: cannot be written: no space left on device\n");
        assertThat(irgen.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileThatMayNotGrow() throws IOException {
        String body = "  call void asm sideeffect \"nop\", \"\"()\n".repeat(20_000);
        write("in.ll", "define void @f() {\n" + body + "  ret void\n}\n");

        IrgenProcess irgen = IrgenProcess.limited(
                "ulimit -f 200", directory, "lower", "in.ll", "--triple=x86_64-unknown-linux-gnu", "-o", "out.ll");

        assertThat(irgen.errors()).startsWith("irgen: out.ll: error: cannot be written: ");
        assertThat(irgen.exitCode()).isEqualTo(1);
        assertNothingIsLeft("in.ll");
    }

    @Test
    void typesNested10000Deep() throws IOException {
        write("in.ll", "@t = external global " + "[1 x ".repeat(10_000) + "i8" + "]".repeat(10_000) + "\n");

        assertThat(IrgenProcess.run(directory, "lower", "in.ll", "--format=bc", "-o", "out.bc")
                        .exitCode())
                .isZero();
        assertThat(IrgenProcess.run(directory, "lower", "out.bc", "-o", "out.ll")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(directory.resolve("out.ll"))).contains("[1 x [1 x ");
    }

    @Test
    void metadataNested100000Deep() throws IOException {
        StringBuilder text = new StringBuilder("!chain = !{!0}\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("!" + i + " = !{!" + (i + 1) + "}\n");
        }
        write("in.ll", text + "!100000 = !{}\n");

        assertThat(IrgenProcess.run(directory, "lower", "in.ll", "--format=bc", "-o", "out.bc")
                        .exitCode())
                .isZero();
        assertThat(IrgenProcess.run(directory, "check", "out.bc").exitCode()).isZero();
    }
}
