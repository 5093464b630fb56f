package io.github.offload4j.codegen.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in what LLVM reads are found again in the text as it was given. */
class PlaceTest {
    private static final NewerText SHORTER = Texts.read("""
            declare void @f(ptr dead_on_return, i8)
            !0 = !DILocation(line: 1,
              atomGroup: 1,
              scope: !1)
            call void @llvm.lifetime.start.p0(ptr %a), x
            """);

    @ParameterizedTest
    @CsvSource({
        "1,  1, 1,  1",
        "1, 20, 1, 20",
        "1, 21, 1, 35",
        "1, 23, 1, 37",
        "2, 24, 2, 24",
        "2, 25, 3, 15",
        "3,  3, 4,  3",
        "4, 34, 5, 34",
        "4, 35, 5, 35",
        "4, 43, 5, 35",
        "4, 52, 5, 44",
    })
    void inFrontOfBehindAndInARewriting(int line, int column, int originalLine, int originalColumn) {
        assertThat(SHORTER.original(new Place(line, column), "").place())
                .isEqualTo(new Place(originalLine, originalColumn));
    }

    @Test
    void caretStandsBelowThePlaceInTheLineAsItWasGiven() {
        assertThat(SHORTER.original(new Place(1, 23), "expected a comma").describe("in.ll"))
                .isEqualTo("""
                        in.ll:1:37: error: expected a comma
                        declare void @f(ptr dead_on_return, i8)
                                                            ^""");
    }

    @Test
    void placesBehindTheEndAreTheEnd() {
        assertThat(Texts.read("ab").original(new Place(9, 9), "").place()).isEqualTo(new Place(1, 3));
    }
}
