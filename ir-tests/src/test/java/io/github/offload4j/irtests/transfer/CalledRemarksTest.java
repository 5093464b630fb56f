package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the data of functions that are called: a remark for each call of a function with a site. */
class CalledRemarksTest extends RemarkedFunctions {
    private static final String LAUNCH = "call void @f(ptr %x) [ \"offload\"(i1 false, i64 0),"
            + " \"offload.grid\"(i32 1, i32 1, i32 1), \"offload.block\"(i32 1, i32 1, i32 1), MAP(0, 3) ]";

    private static final String PERHAPS = """
            define void @perhaps(ptr %x) nounwind {
              %v = load i1, ptr @g
              br i1 %v, label %a, label %b
            a:
              LAUNCH
              br label %b
            b:
              ret void
            }
            """.replace("LAUNCH", LAUNCH);

    private String ofCall(String callee, String call) {
        return words(callee.replace("LAUNCH", LAUNCH) + "define void @run(ptr noalias nonnull %x, ptr nonnull %y) "
                        + (call.startsWith("invoke")
                                ? "personality ptr @f {\n" + call + " to label %on unwind label %off\n"
                                        + "off:\n  %l = landingpad ptr cleanup\n  resume ptr %l\non:\n  ret void\n}\n"
                                : "nounwind {\n  " + call + "\n  " + call + "\n  ret void\n}\n"))
                .stream()
                .filter(words -> words.contains("in 'run'"))
                .findFirst()
                .orElse("none");
    }

    private List<String> ofCalls(String functions, String... calls) {
        return words(functions + "define void @run(ptr noalias nonnull %x, ptr nonnull %y) nounwind {\n  "
                        + String.join("\n  ", calls) + "\n  ret void\n}\n")
                .stream()
                .filter(words -> words.contains("in 'run'"))
                .toList();
    }

    private static String inner(String body) {
        return "define void @inner(ptr %x) nounwind {\n  " + body + "\n  ret void\n}\n";
    }

    @Test
    void heldAroundTwoCalls() {
        assertThat(ofCall(inner("LAUNCH"), "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': merged 'x' with the site behind; saves up to 64 bytes each time");
    }

    @Test
    void functionTouchesIt() {
        assertThat(ofCall(inner("LAUNCH\n  store i32 1, ptr %x"), "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept 'x': 'inner' may write it");
    }

    @Test
    void functionSynchronizes() {
        String callee = """
                define void @inner(ptr %x) nounwind {
                  LAUNCH
                  %v = load atomic i32, ptr @g acquire, align 4
                  ret void
                }
                """;
        String run = """
                define void @run(ptr nonnull %x) nounwind {
                  call void @inner(ptr %x)
                  call void @inner(ptr %x)
                  ret void
                }
                """;

        assertThat(words(callee.replace("LAUNCH", LAUNCH) + run))
                .contains("'inner' in 'run': kept 'x': 'inner' may write it");
    }

    @Test
    void functionCallsItself() {
        assertThat(ofCall(inner("LAUNCH\n  call void @inner(ptr %x)"), "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept what it maps: it calls itself, or a function that does");
    }

    @Test
    void functionMayBeReplaced() {
        assertThat(ofCall(inner("LAUNCH").replace("define", "define weak"), "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept what it maps: the linker may put another function in its place");
    }

    @Test
    void siteBehindACondition() {
        assertThat(ofCalls(PERHAPS, "call void @perhaps(ptr %x)", "call void @perhaps(ptr %x)"))
                .containsOnly("'perhaps' in 'run': kept 'x': the function maps it on some of its ways only");
    }

    @Test
    void siteBehindAConditionBetweenOthers() {
        String site = "call void @f(ptr %x) [ HOST, MAP(0, 3) ]";

        assertThat(ofCalls(PERHAPS, site, "call void @perhaps(ptr %x)", site))
                .containsExactly(
                        "'f' in 'run': merged 'x' with the site behind; saves up to 64 bytes each time",
                        "'f' in 'run': merged 'x' with the site before; saves up to 64 bytes each time",
                        "'perhaps' in 'run': merged 'x' with the sites before and behind; saves up to 128 bytes each"
                                + " time");
    }

    @Test
    void siteBehindAConditionThatWritesWhatOthersOnlyRead() {
        String reader = "call void @reader(ptr %x) [ HOST, MAP(0, 1) ]";

        assertThat(ofCalls(PERHAPS, reader, "call void @perhaps(ptr %x)", reader)
                        .get(0))
                .isEqualTo("'reader' in 'run': kept 'x': the function maps it on some of its ways only");
    }

    @Test
    void addressReadFromAVariable() {
        String callee = inner("%p = load ptr, ptr @g\n  " + LAUNCH.replace("%x", "%p"));

        assertThat(ofCall(callee, "call void @inner(ptr %x)"))
                .isEqualTo(
                        "'inner' in 'run': kept what it maps: its callers cannot compute the address of what it maps,"
                                + " which it reads from '@g'");
    }

    @Test
    void sizeReadFromAVariable() {
        String callee = inner(
                "%n = load i64, ptr @g\n  " + LAUNCH.replace("MAP(0, 3)", "\"offload.map\"(i32 0, i64 %n, i64 3)"));

        assertThat(ofCall(callee, "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept what it maps: its callers cannot compute the size of argument 'x',"
                        + " which it reads from '@g'");
    }

    @Test
    void argumentsMayOverlap() {
        String callee = "define void @inner(ptr %x, ptr %y) nounwind {\n  LAUNCH\n  " + LAUNCH.replace("%x", "%y")
                + "\n  ret void\n}\n";

        assertThat(ofCall(callee, "call void @inner(ptr %y, ptr @g)"))
                .isEqualTo("'inner' in 'run': kept what it maps: its arguments may overlap, or point into the middle of"
                        + " an object");
    }

    @Test
    void callIsAnInvoke() {
        assertThat(ofCall(inner("LAUNCH").replace("nounwind", ""), "invoke void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept 'x': no other site of the function uses it");
    }

    @Test
    void invokeThatMayThrow() {
        String callee = inner("LAUNCH\n  call void @unknown(ptr null)").replace("nounwind", "");

        assertThat(ofCall(callee, "invoke void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept what it maps: the call is an invoke, and may throw an exception; say"
                        + " nounwind if it does not");
    }

    @Test
    void invokeInFrontOfWhereOthersCome() {
        String run = """
                define void @run(ptr noalias nonnull %x, i1 %c) personality ptr @f {
                  br i1 %c, label %a, label %on
                a:
                  invoke void @inner(ptr %x) to label %on unwind label %off
                off:
                  %l = landingpad ptr cleanup
                  resume ptr %l
                on:
                  ret void
                }
                """;

        assertThat(words(inner("LAUNCH").replace("LAUNCH", LAUNCH) + run))
                .contains("'inner' in 'run': kept what it maps: the call is an invoke, and control comes from elsewhere"
                        + " to what is behind it");
    }
}
