package io.github.offload4j.irtests.filecheck;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The AssertJ entry. */
final class IrAssertTest {
    private static final String IR = """
            define i32 @f(i32 %x) {
              %1 = mul i32 %x, %x
              ret i32 %1
            }
            """;

    @Test
    void acceptsIrThatSatisfiesTheDirectives() {
        assertThat(IR).contains("mul").matchesFileCheck("""
                        CHECK-LABEL: define i32 @f(
                        CHECK: [[R:%[0-9]+]] = mul
                        CHECK-NEXT: ret i32 [[R]]
                        """);
    }

    @Test
    void rejectsIrThatViolatesADirective() {
        assertThatThrownBy(() -> assertThat(IR).matchesFileCheck("CHECK: sdiv"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("check line 1: CHECK: sdiv");
    }

    @Test
    void rejectsAMalformedCheckText() {
        assertThatThrownBy(() -> assertThat(IR).matchesFileCheck("CHECK-NEXT: mul"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void keepsTheDescription() {
        assertThatThrownBy(() -> assertThat(IR).as("square").matchesFileCheck("CHECK: 100%s"))
                .hasMessageStartingWith("[square] check line 1: CHECK: 100%s");
    }

    @Test
    void usesThePrefixItIsGiven() {
        assertThat(IR).withCheckPrefix("IR").matchesFileCheck("CHECK: sdiv\nIR: mul");
    }
}
