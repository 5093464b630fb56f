package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where marked calls are found in text, and what is not taken for one. */
class MarkScannerTest {
    private static List<MarkedText> scan(String text) {
        return new MarkScanner(text).scan();
    }

    private static MarkedText.Tag tag(String text, int line, int column) {
        return new MarkedText.Tag(text, new TextPosition(line, column));
    }

    @Test
    void callIsWhereItsWordIs() {
        assertThat(scan("  %r = tail call i32 @f()\n    [ \"offload\"(i1 true, i64 0) ]"))
                .containsExactly(new MarkedText(new TextPosition(1, 13), List.of(tag("offload", 2, 7))));
    }

    @Test
    void bundlesOfOneCallBelongTogether() {
        assertThat(
                        scan(
                                "invoke void @f() [\"offload\"(i1 true, i64 0), \"deopt\"([1 x i8] c\"]\"),\n\"offload.map\" (i32 0)]"))
                .containsExactly(new MarkedText(
                        new TextPosition(1, 1), List.of(tag("offload", 1, 19), tag("offload.map", 2, 1))));
    }

    @Test
    void columnsCountCharacters() {
        assertThat(scan("call void @\"ä😀\"() [\"offload\"()]"))
                .containsExactly(new MarkedText(new TextPosition(1, 1), List.of(tag("offload", 1, 20))));
    }

    @Test
    void escapesInTagsAreRead() {
        assertThat(scan("call void @f() [\"offl\\6fad\"()]"))
                .flatExtracting(MarkedText::tags)
                .containsExactly("offload");
    }

    @Test
    void commentsNamesAndConstantsAreNoMarks() {
        assertThat(scan("""
                ; call void @f() ["offload"(i1 true)]
                @"call" = constant [9 x i8] c"[,\\22off(\\00", section "offload"
                !0 = !{!"offload", !"offload"}
                %"x, [" = call void @"offload"(ptr @"offload"(i32 0)) ; ["offload"()]
                call:
                  call void asm "offload", ""(ptr null)
                """)).isEmpty();
    }

    @Test
    void bracketsInsideOperandsDoNotEndTheList() {
        assertThat(scan("call void @f() [\"x\"([2 x i32] [i32 1, i32 2]), \"offload\"()]"))
                .flatExtracting(MarkedText::tags)
                .containsExactly("offload");
    }

    @Test
    void textThatEndsTooEarlyIsRead() {
        assertThat(scan("call void @f() [\"offload\"(")).isEmpty();
        assertThat(scan("call void @f() [\"offload")).isEmpty();
        assertThat(scan("call void @f() ]")).isEmpty();
    }
}
