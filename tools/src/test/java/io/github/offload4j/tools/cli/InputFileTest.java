package io.github.offload4j.tools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    private static InputFile standardInput(byte[] content) {
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        return new InputFile(
                "-", new StandardStreams(new ByteArrayInputStream(content), nowhere, nowhere, false, false));
    }

    private static Diagnostic refusal(byte[] content) {
        return catchThrowableOfType(
                        InputException.class, () -> standardInput(content).readText(1000))
                .diagnostics()
                .get(0);
    }

    @Test
    void readsUpToTheLimit() {
        assertThat(standardInput(new byte[] {'a', 'b'}).readText(2).content()).isEqualTo("ab");
        assertThat(catchThrowableOfType(
                        InputException.class,
                        () -> standardInput(new byte[] {'a', 'b', 'c'}).readText(2)))
                .hasMessage("<stdin>: larger than 2 bytes, the most that a spec may have");
    }

    @Test
    void whatIsNeitherTextNorBitcodeIsToldFromItsBeginning() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        InputFile file = new InputFile("-", new StandardStreams(endless, nowhere, nowhere, false, false));

        assertThat(catchThrowableOfType(InputException.class, file::readModule))
                .hasMessage("<stdin>: cannot be read: neither a text nor LLVM's bitcode");
    }

    @Test
    void bitcodeMayHoldAnyByte() {
        byte[] content = {'B', 'C', (byte) 0xC0, (byte) 0xDE, 0, 0};
        assertThat(standardInput(content).readModule()).isEqualTo(content);
    }

    @Test
    void aNameThatDoesNotArriveAsItWasGivenIsToldSo() {
        assertThat(catchThrowableOfType(
                        InputException.class,
                        () -> new InputFile("caf\uFFFD.ll", StandardStreams.ofProcess()).readModule()))
                .hasMessage("caf\uFFFD.ll: cannot be read: no such file, or a name that is not in the encoding of the"
                        + " locale; give it as '- <FILE'");
    }

    @Test
    void readsAPipe(@TempDir Path directory) throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(made.waitFor()).isZero();
        Process writer = new ProcessBuilder("sh", "-c", "printf 'a: b' > \"$0\"", pipe.toString()).start();
        StandardStreams streams = StandardStreams.ofProcess();

        assertThat(new InputFile(pipe.toString(), streams).readText(100).content())
                .isEqualTo("a: b");
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void dropsAByteOrderMark() {
        assertThat(standardInput("\uFEFFa: b".getBytes(UTF_8)).readText(100).content())
                .isEqualTo("a: b");
    }

    @Test
    void refusesOtherEncodingsWhereTheyShow() {
        assertThat(refusal("a: b\nc: \u00e9t\u00e9\n".getBytes(ISO_8859_1)))
                .isEqualTo(Diagnostic.at(new Position(2, 4), "not a text in UTF-8"));
    }

    @Test
    void refusesControlCharactersWhereTheyAre() {
        assertThat(refusal("a: b\r\nc: \033[31m\n".getBytes(UTF_8)))
                .isEqualTo(Diagnostic.at(new Position(2, 4), "character U+001B is not allowed"));
    }
}
