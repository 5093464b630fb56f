package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a fallback gets its arguments. */
class FallbackCallTest {
    /** What it declares decides where it looks for them, and whether the upper bits of a small number mean something. */
    @Test
    void itGetsThemAsItDeclares() {
        String lowered = LoweredText.of("""
                %pair = type { i64, i64, i64 }
                declare void @k(ptr, i8, ptr, i1)
                declare void @on_host(ptr, i8 signext, ptr byval(%pair) align 8, i1 zeroext)
                define void @run(ptr %x, i8 %small, ptr %pair, i1 %yes) {
                  call void @k(ptr %x, i8 %small, ptr %pair, i1 %yes) ["offload"(i1 false, i64 0),
                    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                    "offload.map"(i32 0, i64 8, i64 3), "offload.map"(i32 2, i64 24, i64 1), "offload.fallback"(ptr @on_host)]
                  ret void
                }
                """);
        assertThat(lowered)
                .contains("call void @on_host(ptr %1, i8 signext %2, ptr byval(%pair) align 8 %3, i1 zeroext %4)");
    }
}
