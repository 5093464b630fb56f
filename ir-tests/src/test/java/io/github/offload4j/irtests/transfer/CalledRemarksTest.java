package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of the data of functions that are called: a remark for each call of a function with a site. */
class CalledRemarksTest extends RemarkedFunctions {
    private static final String LAUNCH = "call void @f(ptr %x) [ \"offload\"(i1 false, i64 0),"
            + " \"offload.grid\"(i32 1, i32 1, i32 1), \"offload.block\"(i32 1, i32 1, i32 1), MAP(0, 3) ]";

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
        String callee = """
                define void @inner(ptr %x) nounwind {
                  %v = load i1, ptr @g
                  br i1 %v, label %a, label %b
                a:
                  LAUNCH
                  br label %b
                b:
                  ret void
                }
                """;

        assertThat(ofCall(callee, "call void @inner(ptr %x)"))
                .isEqualTo("'inner' in 'run': kept what it maps: what it maps is not the same each time, or its caller"
                        + " cannot say it");
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
                .isEqualTo(
                        "'inner' in 'run': kept what it maps: the call is an invoke, ends its function or has operand"
                                + " bundles");
    }
}
