package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles about members and mapper functions that say nothing which can be done. */
class MemberMarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "offload.member"(i32 0, i64 8, i64 1) | "offload.member" has 3 operands instead of at least 4; write "offload.member"(i32 argument, i64 bytes, i64 bits, i64 offset, ...)
            "offload.member"(i32 0, i64 8, i64 1, i64 8, i32 8) | operand 5 of "offload.member" is i32 instead of i64; write "offload.member"(i32 argument, i64 bytes, i64 bits, i64 offset, ...)
            "offload.member"(i32 1, i64 8, i64 1, i64 8) | "offload.member" names argument 1, which is not mapped; map it with "offload.map"
            "offload.member"(i32 7, i64 8, i64 1, i64 8) | "offload.member" names argument 7, which is not mapped; map it with "offload.map"
            "offload.member"(i32 0, i64 -8, i64 1, i64 8) | "offload.member" has -8 bytes; give a number from 0
            "offload.member"(i32 0, i64 8, i64 16, i64 8) | map bits 0x10 (PTR_AND_OBJ) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD
            "offload.member"(i32 0, i64 8, i64 %n, i64 8) | the map bits of "offload.member" are not a constant; write for example i64 3
            "offload.member"(i32 0, i64 8, i64 1, i64 %n) | an offset of "offload.member" is no constant from 0; give where the pointer is, in bytes
            "offload.member"(i32 0, i64 8, i64 1, i64 8, i64 0) | "offload.member" follows the pointer at 8, which no other bundle maps; add one for it
            "offload.member"(i32 0, i64 8, i64 1, i64 8), "offload.member"(i32 0, i64 8, i64 1, i64 8) | "offload.member" names the pointer at 8 of argument 0, which another bundle names already; remove one
            "offload.mapper"(i32 0, ptr %p) | the mapper is not a function of the module; name one
            "offload.mapper"(i32 0, ptr @map), "offload.member"(i32 0, i64 8, i64 1, i64 8) | argument 0 has members or a mapper already; remove one
            """)
    void areRefused(String bundles, String message) {
        String text = """
                declare void @f(ptr, ptr)
                declare void @map(ptr, ptr, ptr, i64, i64, ptr)
                define void @run(ptr %p, i64 %n) {
                  call void @f(ptr %p, ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 24, i64 1), BUNDLES ]
                  ret void
                }
                """.replace("BUNDLES", bundles);

        assertThat(LoweredText.problems(text)).extracting(MarkProblem::message).containsExactly(message);
    }
}
