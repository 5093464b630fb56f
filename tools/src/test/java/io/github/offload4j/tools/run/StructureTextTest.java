package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures on the command line, as their bytes. */
class StructureTextTest {
    private static String bytes(String type, String text) {
        byte[] content = StructureText.of(type)
                .orElseThrow()
                .read(new GivenArgument("s", text))
                .bytes();
        return HexFormat.of().formatHex(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i32 | 1 | 01000000",
                "{ i8, i32 } | 1,2 | 0100000002000000",
                "{ i32, i8 } | 1,2 | 0100000002000000",
                "[3 x i16] | 1,2,3 | 010002000300",
                "{ i8, [2 x { i8, i16 }], i8 } | 1,2,3,4,5,6 | 010002000300040005000600",
                "{ i8, { i64 } } | 1,2 | 01000000000000000200000000000000",
                "{ float, half } | 1,1.5 | 0000803f003e0000"
            })
    void liesAsInC(String type, String text, String expected) {
        assertThat(bytes(type, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ptr",
                "{ i32, ptr }",
                "i128",
                "<2 x float>",
                "{}",
                "[0 x i8]",
                "{ i8",
                "i8 }",
                "%s",
                "[9999 x i64]"
            })
    void whatCannotBeGiven(String type) {
        assertThat(StructureText.of(type)).isEmpty();
    }

    @Test
    void aNumberTooFew() {
        assertThatThrownBy(() -> bytes("{ i32, i32 }", "1"))
                .hasMessage(
                        "argument 's': a number for each of its fields is needed, with commas between: 2 in place of 1");
    }

    @Test
    void aNumberThatDoesNotFit() {
        assertThatThrownBy(() -> bytes("{ i8, i8 }", "1,300")).hasMessage("argument 's': '300' does not fit into i8");
    }
}
