package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates: as operand bundles, and as calls that say the same. */
class UpdateTest {
    private static final String DECLARATIONS = """
            declare void @offload.data(...)
            declare void @offload_mark(i1, i64)
            declare void @offload_for(ptr)
            declare void @offload_grid(i32, i32, i32)
            declare void @offload_map_pointer(ptr, i64, i64)
            declare void @offload_update(i64)
            declare void @other(...)
            declare i32 @personality(...)
            """;

    private static String function(String body) {
        return DECLARATIONS + "define void @run(i64 %n, ptr %x, ptr %y, i1 %c) personality ptr @personality {\n" + body
                + "\nret void\n}\n";
    }

    private static void assertSame(String calls, String bundles) {
        assertThat(lowered(calls))
                .anyMatch(line -> line.contains("call void @__tgt_target_data_update_mapper("))
                .isEqualTo(lowered(bundles));
    }

    /** Returns the lines without declarations, of which a module keeps those that it does not need. */
    private static List<String> lowered(String body) {
        return LoweredText.of(function(body))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("declare "))
                .toList();
    }

    @Test
    void theMarksInFrontOfAnUpdateAreItsOwn() {
        assertSame("""
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                call void @offload_map_pointer(ptr %y, i64 %n, i64 2)
                call void @offload_update(i64 3)
                """, """
                call void (...) @offload.data(ptr %x, ptr %y) [ "offload.update"(i64 3),
                    "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 %n, i64 2) ]
                """);
    }

    @Test
    void otherCallsAreSteppedOver() {
        assertSame("""
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                call void (...) @other()
                call void @offload_update(i64 %n)
                """, """
                call void (...) @other()
                call void (...) @offload.data(ptr %x) [ "offload.update"(i64 %n), "offload.map"(i32 0, i64 8, i64 1) ]
                """);
    }

    @Test
    void anUpdateDoesNotEndWhatComesAfterIt() {
        assertSame("""
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                call void @offload_update(i64 0)
                call void @offload_map_pointer(ptr %x, i64 8, i64 2)
                call void @offload_update(i64 1)
                """, """
                call void (...) @offload.data(ptr %x) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 8, i64 1) ]
                call void (...) @offload.data(ptr %x) [ "offload.update"(i64 1), "offload.map"(i32 0, i64 8, i64 2) ]
                """);
    }

    @Test
    void anInvokeOfAnUpdateGoesOnWhereItReturns() {
        assertThat(LoweredText.of(function("""
                invoke void (...) @offload.data(ptr %x) [ "offload.update"(i64 0), "offload.map"(i32 0, i64 8, i64 1) ]
                    to label %a unwind label %u
                u:
                %l = landingpad { ptr, i32 } cleanup
                resume { ptr, i32 } %l
                a:
                """)))
                .contains("call void @__tgt_target_data_update_mapper(", "br label %a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 3) ]"
                        + " | map bits 3 in an update, which copies one way; write 1 TO or 2 FROM, and 0x1000 PRESENT where"
                        + " the data has to be mapped",
                "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 5) ]"
                        + " | map bits 5 in an update, which copies one way; write 1 TO or 2 FROM, and 0x1000 PRESENT where"
                        + " the data has to be mapped",
                "call void (...) @offload.data(ptr %x, ptr %y) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 8, i64"
                        + " 1) ] | argument 1 is not copied; map it with \"offload.map\", or leave it out",
                "call void (...) @offload.data() [ \"offload.update\"(i64 0) ] | the update copies nothing; pass what is to be"
                        + " copied, and map it with \"offload.map\"",
                "call void (...) @other(ptr %x) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 1) ]"
                        + " | \"offload.update\" copies data and calls nothing; write it on a call of 'void"
                        + " @offload.data(...)', which is only declared",
                "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 0), \"offload\"(i1 true, i64 0),"
                        + " \"offload.map\"(i32 0, i64 8, i64 1) ] | \"offload\" is for calls of functions, and an update"
                        + " calls none; remove it",
                "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 -2), \"offload.map\"(i32 0, i64 8, i64 1) ]"
                        + " | there is no device -2; give one from 0, or -1 for the default",
                "call void (...) @offload.data(ptr %x) [ \"offload.entry\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 1) ]"
                        + " | unknown bundle \"offload.entry\"; there are \"offload\", \"offload.grid\", \"offload.block\","
                        + " \"offload.shared\", \"offload.map\", \"offload.section\", \"offload.member\", \"offload.member.section\", \"offload.mapper\", \"offload.device\", \"offload.fallback\","
                        + " \"offload.enter\", \"offload.exit\", \"offload.update\", \"offload.nowait\", \"offload.depend\","
                        + " \"offload.wait\"",
                "call void @offload_update(i64 0) | no 'offload_map_pointer' comes before 'offload_update', which copies"
                        + " nothing so",
            })
    void isRefused(String call, String message) {
        assertThat(LoweredText.problems(function(call)))
                .extracting(MarkProblem::message)
                .contains(message);
    }

    @Test
    void anUpdateAmongTheMarksOfACallIsRefused() {
        List<MarkProblem> problems = LoweredText.problems(function("""
                call void @offload_mark(i1 true, i64 -1)
                call void @offload_for(ptr @other)
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                call void @offload_update(i64 0)
                call void (...) @other(ptr %x)
                """));

        assertThat(problems)
                .extracting(MarkProblem::message)
                .containsExactly(
                        "'offload_update' is among the marks of a call; move it, with what it copies, in front of"
                                + " 'offload_host' or 'offload_kernel'");
        assertThat(problems.get(0).position().orElseThrow().line()).isEqualTo(13);
    }

    @Test
    void marksOnSomeOfTheWaysToAnUpdateAreRefused() {
        List<MarkProblem> problems = LoweredText.problems(function("""
                br i1 %c, label %a, label %b
                a:
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                br label %b
                b:
                call void @offload_update(i64 0)
                """));

        assertThat(problems)
                .extracting(MarkProblem::message)
                .containsExactly(
                        "the call is marked on some of the ways to it only; mark it right in front of the call of"
                                + " 'offload_update', where all ways have met");
    }
}
