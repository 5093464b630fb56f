package io.github.offload4j.runtime.binding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which regions touch what is lent, at addresses that nothing is read from. */
class LentRegionTest {
    private static final long BEGIN = 0x7000_0000_0000L;

    @Test
    void aRegionInsideIsNobodyElses() {
        try (LentMemory lent = LentMemory.lend(this, BEGIN, 64, "argument 1 of 'f'")) {
            assertThatCode(() -> use(lent.begin() + 8, 56)).doesNotThrowAnyException();
        }
    }

    @Test
    void aRegionThatBeginsBeforeReachesOver() {
        try (LentMemory lent = LentMemory.lend(this, BEGIN, 64, "argument 1 of 'f'")) {
            assertThatThrownBy(() -> use(lent.begin() - 8, 16))
                    .hasMessageContaining("argument 1 of 'f' has 64 bytes, and its bytes -8 to 8 are read");
        }
    }

    @Test
    void aRegionThatBeginsInOneAndReachesAnotherIsOfTheFirst() {
        try (LentMemory behind = LentMemory.lend(this, BEGIN + 160, 1024, "argument 1 of 'f'");
                LentMemory lent = LentMemory.lend(this, BEGIN, 12, "argument 2 of 'f'")) {
            assertThatThrownBy(() -> use(lent.begin(), behind.bytes()))
                    .hasMessageContaining("argument 2 of 'f' has 12 bytes, and its bytes 0 to 1024 are read");
        }
    }

    @Test
    void aRegionOfImpossibleSizeElsewhereIsForTheDeviceToRefuse() {
        try (LentMemory lent = LentMemory.lend(this, BEGIN, 64, "argument 1 of 'f'")) {
            assertThatCode(() -> use(lent.begin() - 4096, 1L << 62)).doesNotThrowAnyException();
        }
    }

    @Test
    void aRegionOfImpossibleSizeThatBeginsInsideIsTheArguments() {
        try (LentMemory lent = LentMemory.lend(this, BEGIN, 64, "argument 1 of 'f'")) {
            assertThatThrownBy(() -> use(lent.begin(), 1L << 62))
                    .hasMessageContaining(
                            "argument 1 of 'f' has 64 bytes, and its bytes 0 to 4611686018427387904 are read");
        }
    }

    private static void use(long from, long bytes) {
        LentMemory.requireInside(from, bytes, "read", Optional.empty());
    }
}
