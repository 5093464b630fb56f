package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            "offload.member.section"(i32 0, i64 8, i64 1, i64 4, i64 0, i64 1, i64 1, i64 8) | "offload.member.section" needs a constant 1, 2 or 3 of dimensions, so many triples, and an offset behind them
            "offload.member.section"(i32 0, i64 8, i64 1, i64 1, i64 0, i64 1, i64 1) | "offload.member.section" needs a constant 1, 2 or 3 of dimensions, so many triples, and an offset behind them
            "offload.member.section"(i32 0, i64 0, i64 1, i64 1, i64 0, i64 1, i64 1, i64 8) | the element of "offload.member.section" has no constant size; give its bytes, for example i64 8
            "offload.member.section"(i32 0, i64 8, i64 1, i64 1, i64 -1, i64 1, i64 1, i64 8) | the offset of a section is -1; give a number from 0
            "offload.member.section"(i32 0, i64 8, i64 1, i64 1, i64 0, i64 2, i64 2, i64 8) | member 8 of argument 'p' is a section with gaps, or with strides that only the program knows, which can be updated only; take all of it, from its first element to its last
            "offload.member"(i32 0, i64 8, i64 1, i64 8), "offload.member.section"(i32 0, i64 8, i64 1, i64 1, i64 0, i64 1, i64 1, i64 8) | "offload.member" names the pointer at 8 of argument 0, which another bundle names already; remove one
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

    private static final String MARKS = """
            declare void @offload_mark(i1, i64)
            declare void @offload_map_pointer(ptr, i64, i64)
            declare void @offload_member(ptr, i64, i64, i64, ...)
            declare void @offload_mapper(ptr, ptr)
            declare void @offload_section(i64, i64, i64, i64)
            declare void @offload_member_2(ptr, i64, i64, i64, i64)
            declare void @offload_enter(i64)
            declare void @f(ptr, ptr)
            declare void @map(ptr, ptr, ptr, i64, i64, ptr)
            """;

    private static String run(String body) {
        return MARKS + "define void @run(ptr %p, ptr %q) {\n" + body + "  ret void\n}\n";
    }

    private static String attached(String text) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, text, "test.ll");
        try {
            Lowering.with(OffloadOptions.defaults()).attach(module);
            return ModuleWriter.text(module);
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    @Test
    void callsOfMarksBecomeBundlesOfTheArgumentThatTheyName() {
        String text = run("""
                  call void @offload_mark(i1 true, i64 0)
                  call void @offload_map_pointer(ptr %q, i64 24, i64 1)
                  call void (ptr, i64, i64, i64, ...) @offload_member(ptr %q, i64 16, i64 1, i64 8)
                  call void (ptr, i64, i64, i64, ...) @offload_member(ptr %q, i64 64, i64 3, i64 8, i32 16)
                  call void @f(ptr null, ptr %q)
                """);

        assertThat(attached(text))
                .contains("\"offload.map\"(i32 1, i64 24, i64 1), \"offload.member\"(i32 1, i64 16, i64 1, i64 8),"
                        + " \"offload.member\"(i32 1, i64 64, i64 3, i64 8, i64 16)");
    }

    @Test
    void marksOfDataBecomeBundlesOfItsCall() {
        String text = run("""
                  call void @offload_map_pointer(ptr %p, i64 24, i64 1)
                  call void @offload_mapper(ptr %p, ptr @map)
                  call void @offload_map_pointer(ptr %q, i64 24, i64 1)
                  call void (ptr, i64, i64, i64, ...) @offload_member(ptr %q, i64 16, i64 1, i64 8)
                  call void @offload_enter(i64 0)
                """);

        assertThat(attached(text))
                .contains("\"offload.map\"(i32 0, i64 24, i64 1), \"offload.mapper\"(i32 0, ptr @map),"
                        + " \"offload.map\"(i32 1, i64 24, i64 1), \"offload.member\"(i32 1, i64 16, i64 1, i64 8)");
    }

    @Test
    void sectionsBehindMembersArePartsOfWhatThosePointTo() {
        String text = run("""
                  call void @offload_map_pointer(ptr %q, i64 24, i64 1)
                  call void (ptr, i64, i64, i64, ...) @offload_member(ptr %q, i64 16, i64 1, i64 8)
                  call void @offload_member_2(ptr %q, i64 0, i64 1, i64 8, i64 16)
                  call void @offload_section(i64 8, i64 0, i64 2, i64 4)
                  call void @offload_section(i64 8, i64 3, i64 4, i64 1)
                  call void @offload_enter(i64 0)
                """);

        assertThat(attached(text))
                .contains("\"offload.map\"(i32 0, i64 24, i64 1), \"offload.member\"(i32 0, i64 16, i64 1, i64 8),"
                        + " \"offload.member.section\"(i32 0, i64 8, i64 1, i64 2, i64 0, i64 2, i64 4, i64 3, i64 4, i64 1,"
                        + " i64 8, i64 16)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offload_enter(i64 0)", "f(ptr %q, ptr null)"})
    void aMarkOfWhatNoOtherMapsIsRefused(String end) {
        String text = run(
                (end.startsWith("f") ? "  call void @offload_mark(i1 true, i64 0)\n" : "") + """
                  call void @offload_map_pointer(ptr %q, i64 24, i64 1)
                  call void (ptr, i64, i64, i64, ...) @offload_member(ptr %p, i64 16, i64 1, i64 8)
                  call void @END
                """.replace("END", end));

        assertThat(LoweredText.problems(text))
                .extracting(MarkProblem::message)
                .containsExactly("no mark of this group maps this pointer before; map the structure with"
                        + " offload_map_pointer first, and pass the same variable to both");
    }
}
