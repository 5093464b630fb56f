package io.github.offload4j.tools.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.tools.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a linker's command line; the linker itself writes down what it was called with. */
class LinkCommandTest {
    private static final String MARKED = """
            declare i32 @offload_thread_id(i32)
            define void @fill(ptr %x) section "offload.kernel" {
              %t = call i32 @offload_thread_id(i32 0)
              store i32 %t, ptr %x
              ret void
            }
            define void @launch(ptr %x) {
              call void @fill(ptr %x) [
                  "offload"(i1 false, i64 -1),
                  "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 1, i32 1, i32 1),
                  "offload.map"(i32 0, i64 4, i64 3) ]
              ret void
            }
            """;

    @TempDir
    Path folder;

    private Path linker;

    @BeforeEach
    void writeLinker() throws IOException {
        linker = Files.writeString(
                folder.resolve("cc"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + folder.resolve("called") + "\necho words\n");
        assertThat(linker.toFile().setExecutable(true)).isTrue();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Run link(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "link";
        all[1] = "--linker=" + linker;
        all[2] = "--";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Run.irgen(all);
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(folder.resolve("called"));
    }

    @Test
    void programWithoutMarksIsLinkedAsItIs() throws IOException {
        String plain = file("plain.o", "an object");
        Run run = link(plain, "-o", "out", "-lm");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("words\n");
        assertThat(called()).containsExactly(plain, "-o", "out", "-lm");
    }

    @Test
    void objectWithMarksIsReplaced() throws IOException {
        String plain = file("plain.o", "an object");
        String marked = file("marked.o", "\0offload_thread_id\0");
        file("marked.ll", MARKED);
        Run run = link(plain, marked, "-o", "out");

        assertThat(run.err()).isEqualTo("words\n");
        assertThat(called())
                .contains(plain, "-o", "out")
                .doesNotContain(marked)
                .anyMatch(argument -> argument.contains("libomptarget"));
        assertThat(called().get(0)).endsWith(".o");
        assertThat(Path.of(called().get(0))).doesNotExist();
    }

    @Test
    void archiveWithMarksStaysForWhatElseIsInIt() throws IOException {
        String marked = file("libmarked.rlib", "\0offload_thread_id\0");
        file("marked.ll", MARKED);
        link(marked, "-o", "out");

        assertThat(called().get(1)).isEqualTo(marked);
    }

    @Test
    void bitcodeWithMarksInAnArchiveIsLowered() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes("!<arch>\n".getBytes(US_ASCII));
        try (OwnedModule module = OwnedModule.parse(MARKED.getBytes(US_ASCII), "marked.c.o")) {
            byte[] bitcode = ModuleWriter.bitcode(module.module().raw());
            archive.writeBytes(String.format(Locale.ROOT, "%-48s%-10d`\n", "marked.c.o/", bitcode.length)
                    .getBytes(US_ASCII));
            archive.writeBytes(bitcode);
        }
        Path library = Files.write(folder.resolve("libmarked.a"), archive.toByteArray());
        Run run = link(file("plain.o", "an object"), library.toString(), "-o", "out");

        assertThat(run.err()).isEqualTo("words\n");
        assertThat(called().get(0)).endsWith(".o").doesNotContain("plain");
        assertThat(called()).contains(library.toString()).anyMatch(argument -> argument.contains("libomptarget"));
    }

    @Test
    void objectWithMarksAndNoIrIsAnError() throws IOException {
        String marked = file("marked.o", "\0offload_mark\0");
        Run run = link(marked, "-o", "out");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("irgen: " + marked
                        + ": error: marks calls or has kernels, and there is no LLVM IR of it; have the compiler write it:"
                        + " in Cargo 'rustflags = [\"--emit=llvm-ir,link\"]', with clang '-flto'\n");
        assertThat(folder.resolve("called")).doesNotExist();
    }

    @Test
    void linkerThatFailsFails() throws IOException {
        Files.writeString(linker, "#!/bin/sh\necho 'undefined symbol'\nexit 3\n");
        Run run = link(file("plain.o", "an object"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("undefined symbol\n");
    }

    @Test
    void linkerThatIsMissingIsNamed() throws IOException {
        Files.delete(linker);

        assertThat(link(file("plain.o", "an object")).err()).startsWith("irgen: " + linker + ": error: cannot be run");
    }

    @Test
    void inputThatIsMissingIsNamed() {
        assertThat(link(folder.resolve("gone.o").toString()).err()).contains("gone.o: error: cannot be read");
    }
}
