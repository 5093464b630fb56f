package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections: as operand bundles, and as calls that say the same. */
class SectionTest {
    private static final String DECLARATIONS = """
            declare void @offload.data(...)
            declare void @offload_mark(i1, i64)
            declare void @offload_for(ptr)
            declare void @offload_map_pointer(ptr, i64, i64)
            declare void @offload_section(i64, i64, i64, i64)
            declare void @offload_update(i64)
            declare void @use(ptr)
            """;

    private static String function(String body) {
        return DECLARATIONS + "define void @run(i64 %n, ptr nonnull %x, i64 %s) {\n" + body + "\nret void\n}\n";
    }

    /** Returns the lines without declarations, of which a module keeps those that it does not need. */
    private static List<String> lowered(String body) {
        return LoweredText.of(function(body))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("declare "))
                .toList();
    }

    private static String data(String action, int bits, String section) {
        return "call void (...) @offload.data(ptr %x) [ \"offload." + action
                + "\"(i64 0), \"offload.map\"(i32 0, i64 0, i64 " + bits + "), \"offload.section\"(i32 0, " + section
                + ") ]\n";
    }

    @Test
    void everyMarkOfASectionIsADimension() {
        assertThat(lowered("""
                        call void @offload_map_pointer(ptr %x, i64 0, i64 2)
                        call void @offload_section(i64 8, i64 0, i64 %n, i64 %s)
                        call void @offload_section(i64 8, i64 3, i64 1, i64 1)
                        call void @offload_update(i64 0)
                        """))
                .isEqualTo(lowered(data("update", 2, "i64 8, i64 0, i64 %n, i64 %s, i64 3, i64 1, i64 1")));
    }

    @Test
    void aSectionOfACallTakesThePlaceOfItsBytes() {
        assertThat(lowered("""
                        call void @offload_mark(i1 true, i64 0)
                        call void @offload_for(ptr @use)
                        call void @offload_map_pointer(ptr %x, i64 0, i64 3)
                        call void @offload_section(i64 8, i64 3, i64 4, i64 1)
                        call void @use(ptr %x)
                        """))
                .contains("@.offload_sizes.use = private unnamed_addr constant [1 x i64] [i64 32]")
                .anyMatch(line -> line.contains("getelementptr inbounds i8, ptr %x, i64 24"));
    }

    @Test
    void rowsThatAreNeighboursAreOnePiece() {
        assertThat(lowered(data("enter", 1, "i64 8, i64 20, i64 %n, i64 10, i64 0, i64 10, i64 1")))
                .anyMatch(line -> line.contains("mul i64 %n, 80"))
                .anyMatch(line -> line.contains("getelementptr inbounds i8, ptr %x, i64 160"))
                .noneMatch(line -> line.contains(".offload_section"));
    }

    @Test
    void aDimensionOfOneElementIsNoLoop() {
        assertThat(lowered(data("enter", 1, "i64 4, i64 5, i64 1, i64 %s, i64 0, i64 3, i64 1")))
                .contains("@.offload_sizes.data = private unnamed_addr constant [1 x i64] [i64 12]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "i64 8, i64 0, i64 4, i64 2 | argument 'x' is a section with gaps, or with strides that only the program knows,"
                        + " which can be updated only; map all of it, from its first element to its last",
                "i64 8, i64 0, i64 4, i64 %s | argument 'x' is a section with gaps, or with strides that only the program"
                        + " knows, which can be updated only; map all of it, from its first element to its last",
                "i64 8, i64 0, i64 -1, i64 1 | the count of a section is -1; give a number from 0",
                "i64 8, i64 0, i64 1, i64 0 | the stride of a section is 0; give a number from 1",
                "i64 8, i64 -4, i64 1, i64 1 | the offset of a section is -4; give a number from 0",
                "i64 0, i64 0, i64 1, i64 1 | the element of \"offload.section\" has no constant size; give its bytes, for"
                        + " example i64 8",
                "i64 8, i64 0, i64 1 | \"offload.section\" has 4 operands instead of 5, 8 or 11; write"
                        + " \"offload.section\"(i32 argument, i64 element bytes, i64 offset, i64 count, i64 stride, ...)",
                "i64 8, i64 0, i64 1, i64 1, i64 0, i32 1, i64 1 | operand 7 of \"offload.section\" is i32 instead of i64;"
                        + " write \"offload.section\"(i32 argument, i64 element bytes, i64 offset, i64 count, i64 stride,"
                        + " ...)",
            })
    void isRefusedOnAnEnter(String section, String message) {
        assertThat(LoweredText.problems(function(data("enter", 1, section))))
                .extracting(MarkProblem::message)
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "call void @use(ptr %x) [ \"offload\"(i1 true, i64 0), \"offload.section\"(i32 0, i64 8, i64 0, i64 1, i64 1) ]"
                        + " | \"offload.section\" names argument 0, which is not mapped; add \"offload.map\"",
                "call void @use(ptr %x) [ \"offload\"(i1 true, i64 0), \"offload.section\"(i32 1, i64 8, i64 0, i64 1, i64 1) ]"
                        + " | the argument of \"offload.section\" is none of the call's; give its number, from 0",
                "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 0, i64 1),"
                        + " \"offload.section\"(i32 0, i64 8, i64 0, i64 1, i64 1),"
                        + " \"offload.section\"(i32 0, i64 8, i64 0, i64 1, i64 1) ] | \"offload.section\" names argument 0"
                        + " twice; write the triples of all dimensions into one",
                "call void @offload_map_pointer(ptr %x, i64 0, i64 1) call void @use(ptr %x) call void"
                        + " @offload_section(i64 4, i64 0, i64 1, i64 1) call void @offload_section(i64 8, i64 0, i64 1, i64"
                        + " 1) call void @offload_update(i64 0) | the dimensions of a section have elements of different"
                        + " sizes; give all the same",
                "call void @offload_mark(i1 true, i64 0) call void @offload_for(ptr @use) call void @offload_section(i64 4,"
                        + " i64 0, i64 1, i64 1) call void @use(ptr %x) | 'offload_section' does not follow the mark that"
                        + " maps its array; move it behind that one",
            })
    void isRefused(String calls, String message) {
        assertThat(LoweredText.problems(function(calls.replace(") call", ")\ncall"))))
                .extracting(MarkProblem::message)
                .contains(message);
    }
}
