package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTextTest {
    @Test
    void theClassFollowsTheType() {
        assertThat(read("1", "i1")).isEqualTo(true);
        assertThat(read("-1", "i8")).isEqualTo((byte) -1);
        assertThat(read("1", "i16")).isEqualTo((short) 1);
        assertThat(read("1", "i32")).isEqualTo(1);
        assertThat(read("1", "i64")).isEqualTo(1L);
        assertThat(read("1", "float")).isEqualTo(1f);
        assertThat(read("-2.5e3", "double")).isEqualTo(-2500.0);
    }

    @Test
    void integersMayBeHexadecimalAndUnsigned() {
        assertThat(read("0xff", "i8")).isEqualTo((byte) -1);
        assertThat(read("18446744073709551615", "i64")).isEqualTo(-1L);
    }

    @Test
    void aHalfIsRounded() {
        assertThat(read("0.1", "half")).isEqualTo(0.099975586f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "256    | i8    | '256' does not fit into i8",
                "-129   | i8    | '-129' does not fit into i8",
                "2.5    | i32   | '2.5' is no value of type i32",
                "2      | i1    | '2' is neither true nor false",
                "1e39   | float | '1e39' is too large",
                "x      | float | 'x' is no value of type float",
                "65520  | half  | '65520' is too large",
                "1      | i128  | a value of type i128 cannot be given on the command line"
            })
    void whatIsWrong(String text, String type, String problem) {
        assertThatThrownBy(() -> read(text, type)).hasMessage("argument 'n': " + problem);
    }

    private static Object read(String text, String type) {
        return ScalarText.read(new GivenArgument("n", text), type);
    }
}
