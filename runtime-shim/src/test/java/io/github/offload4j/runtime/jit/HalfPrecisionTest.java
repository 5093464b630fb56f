package io.github.offload4j.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of 16 bits. */
class HalfPrecisionTest {
    @Test
    void everyNumberComesBack() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            assertThat(HalfPrecision.of(HalfPrecision.toFloat((short) bits)) & 0xffff)
                    .as(Integer.toHexString(bits))
                    .isEqualTo((bits > 0x7c00 && bits < 0x8000) || bits > 0xfc00 ? bits | 0x200 : bits);
        }
    }

    /** The last two lie on the middle between two numbers: the even one is taken. */
    @ParameterizedTest
    @CsvSource({
        "1, 0x3c00",
        "-2.5, 0xc100",
        "65504, 0x7bff",
        "65519.996, 0x7bff",
        "65520, 0x7c00",
        "-1e30, 0xfc00",
        "6.1035156e-5, 0x0400",
        "5.9604645e-8, 0x0001",
        "2.9802322e-8, 0x0000",
        "2.9802326e-8, 0x0001",
        "1e-30, 0x0000",
        "-0.0, 0x8000",
        "0.1, 0x2e66",
        "2049, 0x6800",
        "2051, 0x6802"
    })
    void isRoundedToTheNearest(float number, String bits) {
        assertThat(HalfPrecision.of(number) & 0xffff).isEqualTo(Integer.decode(bits));
    }
}
