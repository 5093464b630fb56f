package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enters and exits: as operand bundles, and as calls that say the same. */
class EnterExitTest {
    private static final String DECLARATIONS = """
            declare void @offload.data(...)
            declare void @offload_mark(i1, i64)
            declare void @offload_map_pointer(ptr, i64, i64)
            declare void @offload_enter(i64)
            declare void @offload_exit(i64)
            declare void @offload_update(i64)
            declare void @use(ptr)
            """;

    private static String function(String body) {
        return DECLARATIONS + "define void @run(i64 %n, ptr %x, ptr %y, i1 %c) {\n" + body + "\nret void\n}\n";
    }

    /** Returns the lines without declarations, of which a module keeps those that it does not need. */
    private static List<String> lowered(String body) {
        return LoweredText.of(function(body))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("declare "))
                .toList();
    }

    private static String data(String bundles) {
        return "call void (...) @offload.data(ptr %x, ptr %y) [ " + bundles + " ]\n";
    }

    private static List<String> mapTypes(String body) {
        return lowered(body).stream()
                .filter(line -> line.startsWith("@.offload_maptypes"))
                .toList();
    }

    @Test
    void anEnterIsABeginAloneAndAnExitAnEndAlone() {
        List<String> lines = lowered(data("""
                "offload.enter"(i64 2), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 %n, i64 0)""") + data("""
                "offload.exit"(i64 2), "offload.map"(i32 0, i64 8, i64 2), "offload.map"(i32 1, i64 %n, i64 0)"""));

        assertThat(lines.stream().filter(line -> line.contains("call void @__tgt_target_data")))
                .satisfiesExactly(
                        begin -> assertThat(begin)
                                .contains("@__tgt_target_data_begin_mapper(ptr @1, i64 2, i32 2,")
                                .contains("@.offload_maptypes.data.begin"),
                        end -> assertThat(end)
                                .contains("@__tgt_target_data_end_mapper(ptr @1, i64 2, i32 2,")
                                .contains("@.offload_maptypes.data.end"));
    }

    @ParameterizedTest
    @CsvSource({
        "enter, 1, 1", "enter, 0, 0", "enter, 5, 5", "enter, 0x1001, 4097", "enter, 0x400, 1024", "enter, 0x2001, 8193",
        "exit, 2, 2", "exit, 0, 0", "exit, 6, 6", "exit, 8, 8", "exit, 0x1002, 4098", "exit, 0x2000, 8192"
    })
    void theBitsReachTheRuntimeAsTheyAre(String action, String bits, long expected) {
        assertThat(mapTypes("call void (...) @offload.data(ptr %x) [ \"offload." + action
                        + "\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 " + Long.decode(bits) + ") ]"))
                .singleElement()
                .asString()
                .contains(expected == 0 ? "zeroinitializer" : "[i64 " + expected + "]");
    }

    @Test
    void onePointerTwiceIsMappedTheSameWayTwice() {
        // the first would be new, and the second not
        assertThat(mapTypes("call void (...) @offload.data(ptr %x, ptr %x) [ \"offload.enter\"(i64 0),"
                        + " \"offload.map\"(i32 0, i64 8, i64 0), \"offload.map\"(i32 1, i64 8, i64 1) ]"))
                .singleElement()
                .asString()
                .contains("[i64 1, i64 1]");
    }

    @Test
    void theMarksInFrontOfAnEnterAndAnExitAreTheirOwn() {
        assertThat(lowered("""
                        call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                        call void @offload_map_pointer(ptr %y, i64 %n, i64 0)
                        call void @offload_enter(i64 %n)
                        call void @use(ptr %x)
                        call void @offload_map_pointer(ptr %x, i64 8, i64 6)
                        call void @offload_map_pointer(ptr %y, i64 8, i64 8)
                        call void @offload_exit(i64 %n)
                        """)).isEqualTo(lowered(data("""
                        "offload.enter"(i64 %n), "offload.map"(i32 0, i64 8, i64 1),
                        "offload.map"(i32 1, i64 %n, i64 0)""") + "call void @use(ptr %x)\n" + data("""
                        "offload.exit"(i64 %n), "offload.map"(i32 0, i64 8, i64 6),
                        "offload.map"(i32 1, i64 8, i64 8)""")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "enter | 3 | map bits 3 in an enter, which copies in or nothing; write 1 TO, or 0 to allocate only, and for"
                        + " modifiers 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT or 0x2000 HOLD",
                "enter | 2 | map bits 2 in an enter, which copies in or nothing; write 1 TO, or 0 to allocate only, and for"
                        + " modifiers 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT or 0x2000 HOLD",
                "enter | 8 | map bits 8 in an enter, which copies in or nothing; write 1 TO, or 0 to allocate only, and for"
                        + " modifiers 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT or 0x2000 HOLD",
                "enter | 4 | map bits 4 in an enter, which copies in or nothing; write 1 TO, or 0 to allocate only, and for"
                        + " modifiers 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT or 0x2000 HOLD",
                "exit | 1 | map bits 1 in an exit, which copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or"
                        + " 10 for FROM and DELETE, and for modifiers 4 ALWAYS, 0x1000 PRESENT or 0x2000 HOLD",
                "exit | 12 | map bits 0xc in an exit, which copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or"
                        + " 10 for FROM and DELETE, and for modifiers 4 ALWAYS, 0x1000 PRESENT or 0x2000 HOLD",
                "exit | 1026 | map bits 0x402 in an exit, which copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or"
                        + " 10 for FROM and DELETE, and for modifiers 4 ALWAYS, 0x1000 PRESENT or 0x2000 HOLD",
                "exit | 8200 | map bits 0x2008 in an exit, which copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or"
                        + " 10 for FROM and DELETE, and for modifiers 4 ALWAYS, 0x1000 PRESENT or 0x2000 HOLD",
                "exit | 8202 | map bits 0x200a in an exit, which copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or"
                        + " 10 for FROM and DELETE, and for modifiers 4 ALWAYS, 0x1000 PRESENT or 0x2000 HOLD",
            })
    void otherBitsAreRefused(String action, long bits, String message) {
        assertThat(LoweredText.problems(function("call void (...) @offload.data(ptr %x) [ \"offload." + action
                        + "\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 " + bits + ") ]")))
                .extracting(MarkProblem::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "call void @offload_exit(i64 0) | no 'offload_map_pointer' comes before 'offload_exit', which unmaps nothing"
                        + " so",
                "call void (...) @offload.data() [ \"offload.enter\"(i64 0) ] | the enter maps nothing; pass what is to be"
                        + " mapped, and map it with \"offload.map\"",
                "call void (...) @offload.data(ptr %x) [ \"offload.enter\"(i64 0), \"offload.exit\"(i64 0),"
                        + " \"offload.map\"(i32 0, i64 8, i64 1) ] | \"offload.exit\" is another call's, and this one is an"
                        + " enter; remove one",
                "call void @use(ptr %x) [ \"offload.exit\"(i64 0), \"offload.map\"(i32 0, i64 8, i64 2) ] |"
                        + " \"offload.exit\" unmaps data and calls nothing; write it on a call of 'void"
                        + " @offload.data(...)', which is only declared",
                "call void @use(ptr %x) [ \"offload\"(i1 true, i64 0), \"offload.map\"(i32 0, i64 8, i64 8) ] | map bits 0x8"
                        + " (DELETE) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and"
                        + " 0x2000 HOLD",
            })
    void isRefused(String call, String message) {
        assertThat(LoweredText.problems(function(call)))
                .extracting(MarkProblem::message)
                .contains(message);
    }
}
