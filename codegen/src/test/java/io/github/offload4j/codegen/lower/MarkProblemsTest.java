package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Preset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, in which words, and where. */
class MarkProblemsTest {
    private static final String LAUNCH = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 1, i32 1, i32 1), "
            + "\"offload.block\"(i32 1, i32 1, i32 1)";

    private static final String DECLARATIONS = """
            declare void @k(i64, ptr)
            declare void @quad(fp128)
            declare void @vector(<2 x float>)
            declare void @variadic(i32, ...)
            declare i32 @answer()
            declare i32 @fallback(i64, ptr)
            declare void @none()
            """;

    /** Returns the one function of a module with one marked call on its second line. */
    private static String module(String call) {
        return DECLARATIONS + "define void @run(i64 %n, ptr %p, ptr %f, i32 %i, i1 %b, fp128 %w, <2 x float> %v) {\n  "
                + call + "\n  ret void\n}\n";
    }

    private static Arguments refused(String call, String message) {
        return Arguments.of(call, message);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload.device\"(i32 1)]",
                        "the call has \"offload.device\" but no \"offload\"; write \"offload\"(i1 host, i64 device)"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 0), \"offload.mpa\"()]",
                        "unknown bundle \"offload.mpa\"; there are \"offload\", \"offload.grid\", \"offload.block\","
                                + " \"offload.shared\", \"offload.map\", \"offload.section\", \"offload.member\", \"offload.member.section\", \"offload.mapper\", \"offload.device\", \"offload.fallback\","
                                + " \"offload.enter\", \"offload.exit\", \"offload.update\", \"offload.nowait\", \"offload.depend\","
                                + " \"offload.wait\""),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 0), \"offload\"(i1 true, i64 0)]",
                        "the call has \"offload\" twice; remove one"),
                refused(
                        "call void @none() [\"offload\"(i1 true)]",
                        "\"offload\" has 1 operand instead of 2; write \"offload\"(i1 host, i64 device)"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i32 0)]",
                        "operand 2 of \"offload\" is i32 instead of i64; write \"offload\"(i1 host, i64 device)"),
                refused(
                        "call void @none() [\"offload\"(i1 %b, i64 0)]",
                        "the host flag of \"offload\" is not a constant; write i1 true or i1 false"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 -2)]",
                        "there is no device -2; give one from 0, or -1 for the default"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 2147483648)]",
                        "there is no device 2147483648; give one from 0, or -1 for the default"),
                refused(
                        "call void @none() [\"offload\"(i1 false, i64 0), \"offload.block\"(i32 1, i32 1, i32 1)]",
                        "a launch needs \"offload.grid\"; write \"offload.grid\"(i32 x, i32 y, i32 z)"),
                refused(
                        "call void @none() [\"offload\"(i1 false, i64 0), \"offload.grid\"(i32 1, i32 1, i32 1)]",
                        "a launch needs \"offload.block\"; write \"offload.block\"(i32 x, i32 y, i32 z)"),
                refused(
                        "call void @none() [\"offload\"(i1 false, i64 0), \"offload.grid\"(i32 0, i32 1, i32 1),"
                                + " \"offload.block\"(i32 1, i32 1, i32 1)]",
                        "a size of 0 in \"offload.grid\" launches nothing; give one from 1 to 2147483647"),
                refused(
                        "call void @none() [\"offload\"(i1 false, i64 0), \"offload.grid\"(i32 1, i32 1, i32 1),"
                                + " \"offload.block\"(i32 1, i32 -3, i32 1)]",
                        "a size of -3 in \"offload.block\" launches nothing; give one from 1 to 2147483647"),
                refused(
                        "call void @none() [" + LAUNCH + ", \"offload.shared\"(i32 -1)]",
                        "shared memory of -1 bytes; give a number from 0"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 0), \"offload.shared\"(i32 1)]",
                        "\"offload.shared\" is for launches, and the host flag asks for a call; remove it"),
                refused(
                        "call void @k(i64 %n, ptr %p) [" + LAUNCH + "]",
                        "argument 1 is a pointer into the host's memory, which a kernel cannot follow; map it with"
                                + " \"offload.map\", or say with \"offload.device\" that it is a device pointer"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 2, i64 8, i64 1)]",
                        "\"offload.map\" names argument 2, and the call's are numbered from 0 to 1"),
                refused(
                        "call void @none() [\"offload\"(i1 true, i64 0), \"offload.device\"(i32 0)]",
                        "\"offload.device\" names argument 0, and the call has none"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 -1, i64 8, i64 1)]",
                        "\"offload.map\" names argument -1, and the call's are numbered from 0 to 1"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 %i, i64 8, i64 1)]",
                        "the argument of \"offload.map\" is not a constant; give its number, counted from 0"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 0, i64 8, i64 1)]",
                        "\"offload.map\" names argument 0, which is i64; only a ptr can be mapped or be on the device"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 1, i64 8, i64 1),"
                                + " \"offload.device\"(i32 1)]",
                        "\"offload.device\" names argument 1, which another bundle names already; remove one"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 1, i64 -8, i64 1)]",
                        "\"offload.map\" has -8 bytes; give a number from 0"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 1, i64 8, i64 %n)]",
                        "the map bits of \"offload.map\" are not a constant; write for example i64 3"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 1, i64 8, i64 35)]",
                        "map bits 0x20 (TARGET_PARAM) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE,"
                                + " 0x1000 PRESENT and 0x2000 HOLD"),
                refused(
                        "call void @k(i64 %n, ptr %p) [\"offload\"(i1 true, i64 0), \"offload.map\"(i32 1, i64 8, i64 4)]",
                        "map bit 4, ALWAYS, needs a direction; add 1 TO, 2 FROM or both"),
                refused(
                        "call void @k(i64 %n, ptr %p) [" + LAUNCH
                                + ", \"offload.device\"(i32 1), \"offload.fallback\"(ptr %f)]",
                        "the fallback is not a function of the module; name one"),
                refused(
                        "call void @k(i64 %n, ptr %p) [" + LAUNCH
                                + ", \"offload.device\"(i32 1), \"offload.fallback\"(ptr @fallback)]",
                        "fallback 'fallback' returns i32; it must return void"),
                refused(
                        "call void @k(i64 %n, ptr %p) [" + LAUNCH
                                + ", \"offload.device\"(i32 1), \"offload.fallback\"(ptr @none)]",
                        "'none' takes 0 arguments, 2 are given"),
                refused(
                        "call void %f() [" + LAUNCH + "]",
                        "the callee is not named, and a kernel is launched by its name; call the kernel itself"),
                refused("call i32 @answer() [" + LAUNCH + "]", "the call returns i32; a kernel returns void"),
                refused(
                        "call void (i32, ...) @variadic(i32 1, i32 2) [" + LAUNCH + "]",
                        "the call passes variable arguments; a kernel takes a fixed number of them"),
                refused(
                        "call void @quad(fp128 %w) [" + LAUNCH + "]",
                        "argument 'w' is fp128, which no device has by value; store it to memory and map that"),
                refused(
                        "call void @k(i64 %n, ptr byval(i64) %p) [\"offload\"(i1 true, i64 0),"
                                + " \"offload.map\"(i32 1, i64 8, i64 1)]",
                        "argument 1 is byval, so the host would follow the device's pointer; pass an ordinary pointer"),
                refused(
                        "call void asm sideeffect \"nop\", \"\"() [\"offload\"(i1 true, i64 0)]",
                        "inline assembly cannot be offloaded; call a function"),
                refused(
                        "call void @llvm.donothing() [\"offload\"(i1 true, i64 0)]",
                        "'llvm.donothing' is an intrinsic of LLVM's; call a function of your own"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefusedWithOneMessage(String call, String message) {
        List<MarkProblem> problems = LoweredText.problems(module(call));

        assertThat(problems).extracting(MarkProblem::message).containsExactly(message);
        assertThat(problems.get(0).position().orElseThrow().line()).isEqualTo(9);
    }

    @Test
    void musttailIsRefused() {
        String text = """
                declare void @callee(ptr)
                define void @run(ptr %p) {
                  musttail call void @callee(ptr %p) ["offload"(i1 true, i64 0)]
                  ret void
                }
                """;

        assertThat(LoweredText.problems(text))
                .extracting(MarkProblem::message)
                .containsExactly(
                        "nothing may follow a musttail call, and a region has to be closed; remove the marker");
    }

    @Test
    void branchingCallIsRefused() {
        String text = """
                define void @run() {
                  callbr void asm sideeffect "", "!i"() ["offload"(i1 true, i64 0)] to label %next [label %away]
                next:
                  ret void
                away:
                  ret void
                }
                """;

        assertThat(LoweredText.problems(text))
                .extracting(MarkProblem::message)
                .containsExactly("a callbr jumps out of inline assembly; only call and invoke can be offloaded");
    }

    @Test
    void everythingWrongWithACallIsReportedAtItsBundle() {
        String text = DECLARATIONS + """
                define void @run(ptr %p) {
                start:
                  br label %loop
                loop:
                  call void @k(i64 0, ptr %p) [
                    "offload"(i1 false, i64 -5),
                    "offload.grid"(i32 0, i32 1, i32 1),
                    "offload.map"(i32 1, i64 8, i64 8) ]
                  br label %loop
                }
                """;

        assertThat(LoweredText.problems(text))
                .extracting(problem -> problem.position().orElseThrow() + " " + problem)
                .containsExactly(
                        "12:3 a launch needs \"offload.block\"; write \"offload.block\"(i32 x, i32 y, i32 z)"
                                + " [function 'run', block 'loop': call void @k(i64 0, ptr %p)]",
                        "13:5 there is no device -5; give one from 0, or -1 for the default"
                                + " [function 'run', block 'loop': call void @k(i64 0, ptr %p)]",
                        "14:5 a size of 0 in \"offload.grid\" launches nothing; give one from 1 to 2147483647"
                                + " [function 'run', block 'loop': call void @k(i64 0, ptr %p)]",
                        "15:5 map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE,"
                                + " 0x1000 PRESENT and 0x2000 HOLD"
                                + " [function 'run', block 'loop': call void @k(i64 0, ptr %p)]");
    }

    @Test
    void everyCallIsReported() {
        String text = DECLARATIONS + """
                define void @first() {
                  call void @none() ["offload"(i1 true, i64 -2)]
                  ret void
                }
                define void @second() {
                  call void @none() ["offload"(i1 true, i64 0)]
                  call void @none() ["offload"(i1 true, i64 -3)]
                  ret void
                }
                """;

        assertThat(LoweredText.problems(text))
                .extracting(problem -> problem.position().orElseThrow().line())
                .containsExactly(9, 14);
    }

    @Test
    void debugInformationNamesTheSource() {
        String text = """
                declare void @none()
                define void @run() !dbg !3 {
                  call void @none() ["offload"(i1 true, i64 -2)], !dbg !5
                  ret void, !dbg !5
                }
                !llvm.dbg.cu = !{!1}
                !llvm.module.flags = !{!0}
                !0 = !{i32 2, !"Debug Info Version", i32 3}
                !1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
                !2 = !DIFile(filename: "main.c", directory: "/")
                !3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
                !4 = !DISubroutineType(types: !{null})
                !5 = !DILocation(line: 7, column: 5, scope: !3)
                """;

        MarkProblem problem = LoweredText.problems(text).get(0);

        assertThat(problem.source()).contains(new SourceLocation("main.c", 7, 5));
        assertThat(problem).asString().contains("[function 'run', the first block from main.c:7:5: call void @none()");
    }

    @Test
    void blockWithoutNameIsNamedByItsNumber() {
        String text = """
                declare void @none()
                define void @run() {
                  br label %1
                1:
                  call void @none() ["offload"(i1 true, i64 -2)]
                  ret void
                }
                """;

        assertThat(LoweredText.problems(text)).extracting(MarkProblem::block).containsExactly("block '1'");
    }

    @Test
    void optionsOfTheModuleHoldForMarkedCalls() {
        String launch = module("call void @none() [" + LAUNCH + "]");
        String modifier = module(
                "call void @k(i64 0, ptr %p) [\"offload\"(i1 true, i64 0)," + " \"offload.map\"(i32 1, i64 8, i64 5)]");
        String grid = module("call void @none() [\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 1, i32 2, i32 1),"
                + " \"offload.block\"(i32 1, i32 1, i32 1)]");

        assertThat(LoweredText.problems(
                        launch,
                        OffloadOptions.builder()
                                .launchFailure(LaunchFailure.FALLBACK)
                                .build()))
                .extracting(MarkProblem::message)
                .containsExactly(
                        "kernel 'none' has no fallback, and refused launches are to run one; give it a fallback");
        assertThat(LoweredText.problems(
                        modifier, OffloadOptions.builder().preset(Preset.RUSTC).build()))
                .extracting(MarkProblem::message)
                .containsExactly("argument 'p' has map modifiers, which rustc's lowering does not know");
        assertThat(LoweredText.problems(
                        grid,
                        OffloadOptions.builder().runtime(RuntimeAbi.LLVM_19).build()))
                .extracting(MarkProblem::message)
                .containsExactly("runtime ABI llvm-19 launches one-dimensional grids only; flatten the grid, or choose"
                        + " llvm-20 or later");
    }
}
