package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are larger than what is read at a time. */
class PiecesTest {
    @TempDir
    Path folder;

    private static final int LARGE = 10 << 20;
    private static final String FUNCTION = """
            define void @f(ptr captures(none) %x) {
              call void @llvm.lifetime.start.p0(ptr %x)
              ret void
            }

            """;

    private static String large(String part) {
        return part.repeat(LARGE / part.length());
    }

    private NewerText read(String text, ByteArrayOutputStream older) {
        try {
            return NewerText.read(Content.of(Files.writeString(folder.resolve("text.ll"), text, UTF_8)), older::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String older(String text) {
        ByteArrayOutputStream older = new ByteArrayOutputStream();
        read(text, older);
        return older.toString(UTF_8);
    }

    private static String expected(String newer) {
        return newer.replace("captures(none)", "nocapture").replace("p0(ptr", "p0(i64 -1, ptr");
    }

    @Test
    void areRewrittenAsSmallOnesAre() {
        String text = large(FUNCTION);

        assertThat(older(text)).isEqualTo(expected(text));
    }

    @Test
    void countEachConstructOnce() {
        String text = large(FUNCTION);

        assertThat(read(text, new ByteArrayOutputStream()).used())
                .containsEntry(Rewriting.CAPTURES_NONE, text.length() / FUNCTION.length())
                .containsEntry(Rewriting.LIFETIME, text.length() / FUNCTION.length());
    }

    @Test
    void arePartedBetweenVariablesAndNodesToo() {
        String text = large("@a = global i32 1\n!1 = !DILocation(line: 1, atomGroup: 1)\n");

        assertThat(older(text)).isEqualTo(text.replace(", atomGroup: 1", ""));
    }

    @Test
    void areNeverPartedInStrings() {
        String text = "@a = constant [0 x i8] c\"" + large("\ndefine captures(none)\n") + "\"\n" + FUNCTION;

        assertThat(older(text)).isEqualTo(text.replace(FUNCTION, expected(FUNCTION)));
    }

    @Test
    void areNeverPartedInsideOfAConstruct() {
        String text = "!1 = !{" + large("\n!2,\n@a,") + "\n!DILocation(line: 1, atomGroup: 1)}\n" + FUNCTION;

        assertThat(older(text)).isEqualTo(expected(text).replace(", atomGroup: 1", ""));
    }

    @Test
    void haveTheirPlacesInAllOfTheText() {
        String before = large(FUNCTION);
        int lines = (int) before.lines().count();

        NewerText text = read(before + "define void @last(ptr captures(none), x)\n", new ByteArrayOutputStream());

        assertThat(text.original(new Place(lines + 1, 34), "what is this").describe("in.ll"))
                .isEqualTo(
                        "in.ll:" + (lines + 1) + ":39: error: what is this\ndefine void @last(ptr captures(none), x)\n"
                                + " ".repeat(38) + "^");
    }

    @Test
    void areRefusedAtTheFirstThingThatCannotBeRead() {
        String before = large(FUNCTION);

        assertThat(read(before + "@b = global b8 0\n@c = global b8 0\n", new ByteArrayOutputStream())
                        .refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.place())
                        .isEqualTo(new Place((int) before.lines().count() + 1, 13)));
    }

    @Test
    void tellWhereAnIntrinsicIsDeclared() {
        String before = large(FUNCTION);

        NewerText text = read(before + "declare void @llvm.new()\n" + before, new ByteArrayOutputStream());

        assertThat(text.declaredIntrinsics()).containsExactly("llvm.new");
        assertThat(text.atDeclaration("llvm.new", "").place())
                .isEqualTo(new Place((int) before.lines().count() + 1, 14));
    }
}
