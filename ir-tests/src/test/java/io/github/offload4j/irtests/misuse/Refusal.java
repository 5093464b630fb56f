package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.irtests.fixture.TestModule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on refusals. */
final class Refusal {
    private Refusal() {}

    /** Asserts that the code is refused for a reason with exactly this message. */
    static void assertRefused(Reason reason, String message, ThrowingCallable code) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    /** Asserts that the code is refused, and leaves the module as it was. */
    static void assertRefused(TestModule module, Reason reason, String message, ThrowingCallable code) {
        module.offload();
        String before = module.text();
        assertRefused(reason, message, code);
        assertThat(module.text()).isEqualTo(before);
    }

    /** Asserts that the code is refused because of a symbol that the module has, and leaves the module as it was. */
    static void assertConflict(TestModule module, String symbol, ThrowingCallable code) {
        module.offload();
        String before = module.text();
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SYMBOL_CONFLICT))
                .hasMessageContaining("'" + symbol + "'");
        assertThat(module.text()).isEqualTo(before);
    }
}
