package io.github.offload4j.codegen.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopTextTest {
    @ParameterizedTest
    @CsvSource({
        "_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check, panic_bounds_check",
        "_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const23panic_const_div_by_zero, panic_const_div_by_zero",
        "_ZN4core9panicking18panic_bounds_check17h0123456789abcdefE, panic_bounds_check",
        "_ZN4core6option13unwrap_failed17h0123456789abcdefE, unwrap_failed",
        "_ZN4core3str16slice_error_fail17h0123456789abcdefE, slice_error_fail",
        "abort, abort",
        "_ZSt9terminatev, _ZSt9terminatev",
        "_R99999999999999999999, _R99999999999999999999",
    })
    void nameIsTheLastOfThoseInTheSymbol(String symbol, String name) {
        assertThat(StopText.name(symbol)).isEqualTo(name);
    }

    @Test
    void symbolOfDigitsEndsTheSearch() {
        assertThat(StopText.name("_R1112223a")).isEqualTo("_R1112223a");
    }
}
