package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;

/** Rows of tables of wrong uses. */
final class Wrong {
    private Wrong() {}

    /**
     * Returns a test that something is refused.
     *
     * @param use what is wrong
     * @param message a part of what is said, with the fact and the place
     */
    static DynamicTest use(String use, Reason reason, String message, ThrowingCallable code) {
        return DynamicTest.dynamicTest(use, () -> {
            Throwable thrown = catchThrowable(code);
            assertThat(thrown).isExactlyInstanceOf(OffloadException.class).hasMessageContaining(message);
            assertThat(((OffloadException) thrown).reason()).isEqualTo(reason);
        });
    }
}
