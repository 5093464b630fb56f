package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which marks that are calls are refused, in which words, and where. */
class CallMarkProblemsTest {
    private static final String MAP = "call void @offload_map_pointer(ptr %x, i64 8, i64 3)\n";
    private static final String HOST = "call void @offload_mark(i1 true, i64 -1)\n";
    private static final String LAUNCH = CallMarksTest.LAUNCH;

    private static String function(String body) {
        return CallMarksTest.MARKS + CallMarksTest.FUNCTIONS
                + "define void @run(i64 %n, ptr %x, ptr %y, i1 %c, ptr %f) personality ptr @personality {\n" + body
                + "}\n";
    }

    private static Arguments refused(String body, String mark, String message) {
        return Arguments.of(body, mark, message);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                refused(
                        LAUNCH + MAP + "ret void\n",
                        "offload_mark",
                        "no call of a kernel follows these marks in 'run'; name the kernel with offload_for, or make the"
                                + " mark right in front of its call"),
                refused(
                        LAUNCH + "call void @offload_for(ptr @local)\nret void\n",
                        "offload_mark",
                        "no call of 'local' follows these marks in 'run'; the optimiser may have inlined it"),
                refused(
                        LAUNCH + "call void @offload_for(ptr %f)\ncall void @k(i64 1, ptr null)\nret void\n",
                        "offload_mark",
                        "what 'offload_for' names is not known before the program runs, and no call of it follows; name"
                                + " a function"),
                refused(
                        "call void @k(i64 %n, ptr %x)\n" + LAUNCH + "ret void\n",
                        "offload_mark",
                        "no call of a kernel follows these marks in 'run'; name the kernel with offload_for, or make the"
                                + " mark right in front of its call"),
                refused(
                        LAUNCH + "call void @k(i64 %n, ptr null)\n" + MAP + "ret void\n",
                        "offload_map_pointer",
                        "no 'offload_mark' comes before 'offload_map_pointer', or the call that it was for came already;"
                                + " begin with offload_host or offload_kernel, or end with offload_enter,"
                                + " offload_exit or offload_update"),
                refused(
                        MAP + LAUNCH + "call void @k(i64 %n, ptr null)\nret void\n",
                        "offload_map_pointer",
                        "no 'offload_mark' comes before 'offload_map_pointer', or the call that it was for came already;"
                                + " begin with offload_host or offload_kernel, or end with offload_enter,"
                                + " offload_exit or offload_update"),
                refused(
                        "ret void\ndead:\n" + LAUNCH + "call void @k(i64 %n, ptr null)\nret void\n",
                        "offload_mark",
                        "'offload_mark' is in code that never runs; remove it"),
                refused(
                        "call void @offload_mark(i1 %c, i64 -1)\ncall void @sum(ptr %x, i64 %n)\nret void\n",
                        "offload_mark", "the host flag of 'offload_mark' is not a constant; pass true or false"),
                refused("""
                        %flag = alloca i1
                        store volatile i1 true, ptr %flag
                        %v = load volatile i1, ptr %flag
                        call void @offload_mark(i1 %v, i64 -1)
                        call void @sum(ptr %x, i64 %n)
                        ret void
                        """, "offload_mark", "the host flag of 'offload_mark' is not a constant; pass true or false"),
                refused(
                        HOST + "%a = call i64 @size(ptr %x)\n" + MAP + "%b = call i64 @size(ptr %y)\n"
                                + "call void @sum(ptr %x, i64 %b)\nret void\n",
                        "offload_mark",
                        "no call follows these marks directly that they fit; name the function with offload_for"),
                refused(
                        LAUNCH + "call void @offload_map_pointer(ptr %y, i64 8, i64 3)\n"
                                + "call void @k(i64 %n, ptr %x)\nret void\n",
                        "offload_map_pointer",
                        "no argument of the call of 'k' is certainly this pointer; pass the same variable to both, or say"
                                + " which one it is with offload_map"),
                refused(
                        LAUNCH + "call void @offload_for(ptr @local)\n" + MAP
                                + "call void @local(ptr %x, ptr %x)\nret void\n",
                        "offload_map_pointer",
                        "arguments 0 and 1 of the call of 'local' are this pointer; say with offload_map which one is"
                                + " meant"),
                refused(
                        HOST + "call void @offload_map(i32 0, i64 8, i64 3)\ncall void @local(ptr %x, ptr %y)\n"
                                + "ret void\n",
                        "offload_map",
                        "optimisers may change the arguments of 'local', which only its own file sees, and their numbers"
                                + " with them; use offload_map_pointer, or name the function with offload_for"),
                refused(
                        "br i1 %c, label %a, label %b\na:\n" + LAUNCH + MAP
                                + "br label %b\nb:\ncall void @k(i64 %n, ptr %x)\nret void\n",
                        "offload_mark",
                        "the call is marked on some of the ways to it only; mark it right in front of the call of 'k',"
                                + " where all ways have met"),
                refused(
                        LAUNCH + "br i1 %c, label %a, label %b\na:\n" + MAP
                                + "br label %b\nb:\ncall void @k(i64 %n, ptr %x)\nret void\n",
                        "offload_map_pointer",
                        "the call is marked in different ways: on one of the ways to it this mark is another one, or"
                                + " missing; mark it right in front of the call of 'k', where all ways have met"),
                refused(
                        LAUNCH + "br label %loop\nloop:\n" + MAP + "br i1 %c, label %loop, label %b\nb:\n"
                                + "call void @k(i64 %n, ptr %x)\nret void\n",
                        "offload_map_pointer",
                        "the call is marked in different ways: on one of the ways to it this mark is another one, or"
                                + " missing; mark it right in front of the call of 'k', where all ways have met"),
                refused(
                        LAUNCH + "br label %loop\nloop:\ncall void @k(i64 %n, ptr null)\n"
                                + "br i1 %c, label %loop, label %b\nb:\nret void\n",
                        "offload_mark",
                        "the call is marked on some of the ways to it only; mark it right in front of the call of 'k',"
                                + " where all ways have met"),
                refused(
                        LAUNCH + "call void @k(i64 %n, ptr %x)\nret void\n",
                        "offload_mark",
                        "argument 1 is a pointer into the host's memory, which a kernel cannot follow; map it with"
                                + " offload_map, or say with offload_device that it is a device pointer"),
                refused("""
                        call void @offload_mark(i1 false, i64 -1)
                        call void @offload_block(i32 1, i32 1, i32 1)
                        call void @k(i64 %n, ptr null)
                        ret void
                        """, "offload_mark", "a launch needs offload_grid; write offload_grid(i32 x, i32 y, i32 z)"),
                refused(
                        LAUNCH
                                + "call void @offload_grid(i32 1, i32 1, i32 1)\ncall void @k(i64 %n, ptr null)\nret void\n",
                        "offload_grid",
                        "the call has offload_grid twice; remove one"),
                refused(
                        LAUNCH + "call void @offload_for(ptr @k)\ncall void @offload_for(ptr @sum)\n"
                                + "call void @k(i64 %n, ptr null)\nret void\n",
                        "offload_for",
                        "the call has offload_for twice; remove one"),
                refused(
                        LAUNCH + "call void @offload_map_pointer(ptr %x, i64 8, i64 8)\ncall void @k(i64 %n, ptr %x)\n"
                                + "ret void\n",
                        "offload_map_pointer",
                        "map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000"
                                + " PRESENT and 0x2000 HOLD"),
                refused(
                        LAUNCH + "call void @offload_map_pointer(ptr %x, i64 8, i64 %n)\ncall void @k(i64 %n, ptr %x)\n"
                                + "ret void\n",
                        "offload_map_pointer",
                        "the map bits of offload_map are not a constant; write for example i64 3"),
                refused(
                        LAUNCH + "call void @offload_fallback(ptr %f)\ncall void @k(i64 %n, ptr null)\nret void\n",
                        "offload_fallback",
                        "the fallback is not a function of the module; name one"),
                refused(
                        HOST + "musttail call void @run(i64 %n, ptr %x, ptr %y, i1 %c, ptr %f)\nret void\n",
                        "offload_mark",
                        "the call of 'run' is a musttail call, behind which no region can be closed; remove the marker"),
                refused(
                        HOST + "call void @sum(ptr %x, i64 1) [\"offload\"(i1 true, i64 0)]\nret void\n",
                        "offload_mark",
                        "the call of 'sum' is marked by operand bundles too; remove those or the marks in front of it"),
                refused(
                        "store ptr @offload_grid, ptr %x\nret void\n",
                        "none", "the address of 'offload_grid' is taken; a mark can only be called"),
                refused(
                        "call void @offload_shared(i64 8)\nret void\n",
                        "offload_shared",
                        "'offload_shared' is called as void (i64); it takes i32 and returns nothing, as in offload.h"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatIsWrongIsSaidAtTheMark(String body, String mark, String message) {
        String text = function(body);

        List<MarkProblem> problems = LoweredText.problems(text);

        assertThat(problems).extracting(MarkProblem::message).containsExactly(message);
        MarkProblem problem = problems.get(0);
        assertThat(problem.function()).isEqualTo("run");
        if (!mark.equals("none")) {
            assertThat(problem.call()).contains("@" + mark + "(");
            int line = problem.position().orElseThrow().line();
            assertThat(text.lines().skip(line - 1).findFirst().orElseThrow()).contains("call void @" + mark + "(");
        }
    }

    @Test
    void everyFaultIsSaid() {
        List<MarkProblem> problems = LoweredText.problems(function(MAP + LAUNCH + MAP + "ret void\n"));

        assertThat(problems).extracting(MarkProblem::message).hasSize(2);
    }

    @Test
    void theSourceLineIsNamed() {
        String module = function(LAUNCH.replace("i64 -1)", "i64 -1), !dbg !5") + "ret void\n")
                        .replace("@personality {", "@personality !dbg !4 {")
                + """
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "saxpy.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = !DISubroutineType(types: !{})
                !4 = distinct !DISubprogram(name: "run", file: !1, line: 3, type: !3, spFlags: DISPFlagDefinition, unit: !0)
                !5 = !DILocation(line: 7, column: 9, scope: !4)
                """;

        assertThat(LoweredText.problems(module))
                .extracting(MarkProblem::source)
                .allSatisfy(source -> assertThat(source)
                        .get()
                        .extracting(SourceLocation::line)
                        .isEqualTo(7));
    }
}
