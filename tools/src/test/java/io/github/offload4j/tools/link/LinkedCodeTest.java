package io.github.offload4j.tools.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedCodeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "deps/app-0123.unit.1abc.rcgu.o, deps/app-0123.ll",
        "deps/libkernels-0123.rlib, deps/kernels-0123.ll",
        "deps/odd.rlib, deps/odd.ll",
        "a.c.o, a.c.ll",
    })
    void textIsWhereTheCompilerWritesIt(String object, String text) {
        assertThat(LinkedCode.beside(Path.of(object))).isEqualTo(Path.of(text));
    }

    @Test
    void bitcodeIsItsOwnIr() throws IOException {
        Path object = Files.write(folder.resolve("a.o"), new byte[] {'B', 'C', (byte) 0xC0, (byte) 0xDE});

        assertThat(LinkedCode.of(object).get(0).ir().orElseThrow().name()).isEqualTo(object.toString());
    }

    @Test
    void objectWithoutTextHasNoIr() throws IOException {
        Path object = Files.writeString(folder.resolve("a.o"), "\0offload_mark\0");
        LinkedCode code = LinkedCode.of(object).get(0);

        assertThat(code.ir()).isEmpty();
        assertThat(code.mayBeMarked()).isTrue();
    }

    @Test
    void codeWithoutAnySignIsNotMarked() throws IOException {
        assertThat(LinkedCode.of(Files.writeString(folder.resolve("a.o"), "\0offloading\0"))
                        .get(0)
                        .mayBeMarked())
                .isFalse();
    }

    @Test
    void bitcodeInAnArchiveIsTakenMemberByMember() throws IOException {
        String bitcode = "BC\u00C0\u00DE offload_mark";
        Path archive = Files.write(
                folder.resolve("libkernels.a"),
                ("!<arch>\n" + member("/", "index") + member("//", "a_rather_long_name.c.o/\n") + member("/0", bitcode)
                                + member("b.o/", "BC\u00C0\u00DE odd") + member("c.o/", "an object"))
                        .getBytes(ISO_8859_1));

        List<LinkedCode> all = LinkedCode.of(archive);

        assertThat(all)
                .extracting(code -> code.ir().map(LinkedCode.Ir::name).orElse("none"))
                .containsExactly(archive + "(a_rather_long_name.c.o)", archive + "(b.o)", "none");
        assertThat(all).extracting(LinkedCode::mayBeMarked).containsExactly(true, false, false);
        assertThat(all).allMatch(LinkedCode::isArchive);
    }

    private static String member(String name, String content) {
        String header =
                String.format(Locale.ROOT, "%-16s%-32s%-10d`\n", name, "0           0     0     644", content.length());
        return header + content + (content.length() % 2 == 0 ? "" : "\n");
    }

    @Test
    void brokenArchiveHasTheMembersInFrontOfTheFault() throws IOException {
        String whole = "!<arch>\n" + member("a.o/", "BC\u00C0\u00DE") + member("b.o/", "BC\u00C0\u00DE....");
        for (int length = 0; length < whole.length(); length++) {
            Path archive = Files.write(
                    folder.resolve("lib.a"), whole.substring(0, length).getBytes(ISO_8859_1));

            assertThat(LinkedCode.of(archive)).as("%d bytes", length).hasSize(1);
        }
    }
}
