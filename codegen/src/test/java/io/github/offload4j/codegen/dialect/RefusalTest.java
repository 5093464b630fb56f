package io.github.offload4j.codegen.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came after LLVM 20 and has nothing to become. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "13 | 'b8'                           | @g = global b8 0",
                "9  | 'riscv_vls_cc'                 | declare riscv_vls_cc(128) void @f()",
                "16 | 'atomicrmw fmaximum'           | %c = atomicrmw fmaximum ptr %a, float 1.0 seq_cst",
                "25 | 'atomicrmw fminimum'           | %c = atomicrmw volatile fminimum ptr %a, float 1.0 seq_cst",
                "11 | an atomic access to a vector   | %c = load atomic <2 x float>, ptr %a acquire, align 8",
                "7  | an atomic access to a vector   | store atomic volatile <2 x i8> %v, ptr %a release, align 2",
                "19 | 'ptrauth' with five operands   | @p = constant ptr ptrauth (ptr @f, i32 0, i64 1, ptr null, ptr null)",
                "14 | this form of 'llvm.coro.end'   | declare void @llvm.coro.end(ptr, i1, token)",
                "49 | 'dialect'                      | !0 = distinct !DICompileUnit(language: DW_LANG, dialect: 1)",
                "19 | 'f0xC000921FB54442D18469898CC51701B8' | @g = global fp128 f0xC000921FB54442D18469898CC51701B8",
            })
    void isNamedAtItsPlace(int column, String construct, String text) {
        assertThat(Texts.read("\n" + text).refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.place()).isEqualTo(new Place(2, column));
            assertThat(refusal.message()).startsWith(construct + " came after LLVM 20, which reads this text; ");
            assertThat(refusal.line()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare i1 @llvm.coro.end(ptr, i1, token)",
                "%c = load atomic i32, ptr %a acquire, align 8",
                "%c = atomicrmw fmax ptr %a, float 1.0 seq_cst",
                "@p = constant ptr ptrauth (ptr @f, i32 0, i64 1, ptr null)",
                "declare ptr addrspace(8) @llvm.amdgcn.make.buffer.rsrc.p0(ptr, i16, i32, i32)",
            })
    void olderFormsAreRead(String text) {
        assertThat(Texts.read(text).refusal()).isEmpty();
    }

    @Test
    void firstOfSeveralIsNamed() {
        assertThat(Texts.read("declare void @llvm.coro.end()\n@g = global b8 0\n")
                        .refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.describe("in.ll"))
                        .isEqualTo(
                                "in.ll:1:14: error: this form of 'llvm.coro.end' came after LLVM 20, which reads this"
                                        + " text; use a compiler built on LLVM 20, or take it out\n"
                                        + "declare void @llvm.coro.end()\n"
                                        + "             ^"));
    }

    @Test
    void bracketsThatAreNeverClosedAreLeftToLlvm() {
        String text = "declare void @f() memory(".repeat(20_000);

        assertThat(Texts.read(text).isRewritten()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@a = global ptr @4294967294",
                "@a = global ptr @4294967295",
                "@a = global ptr @00000000004294967295",
                "@a = global ptr @9223372036854775807",
                "@a = global ptr @18446744073709551616",
                "store i32 1, ptr %4294967295x",
                "declare void @4294967295()",
            })
    void numbersThatLlvmTakesForEmptyPlacesAreRefused(String text) {
        assertThat(Texts.read(text).refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.place().column()).isEqualTo(Math.max(text.indexOf('@', 1), text.indexOf('%')) + 1);
            assertThat(refusal.message())
                    .isEqualTo("the number of a value is at most 4294967293; number values from 0 on");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@a = global ptr @4294967293",
                "; @4294967295",
                "@a = constant [11 x i8] c\"%4294967295\"",
                "@\"4294967295\" = global i32 0",
                "@x4294967295 = global i32 0",
                "!4294967295 = !{}",
            })
    void whatOnlyLooksLikeSuchANumberIsRead(String text) {
        assertThat(Texts.read(text).refusal()).isEmpty();
    }
}
