package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Transfers;
import org.junit.jupiter.api.Test;

/** What becomes of marked calls that may throw. */
class InvokeLoweringTest {
    private static final String DECLARATIONS = """
            declare i32 @__gxx_personality_v0(...)
            declare i32 @f(ptr)
            declare void @k(ptr)
            declare void @throwing(ptr)
            declare void @quiet(ptr) nounwind
            declare void @handle(ptr)
            """;

    private static final String MAPPED = "[\"offload\"(i1 true, i64 0), \"offload.map\"(i32 0, i64 8, i64 3)]";
    private static final String LAUNCH = "\"offload\"(i1 false, i64 0), \"offload.grid\"(i32 1, i32 1, i32 1),"
            + " \"offload.block\"(i32 1, i32 1, i32 1), \"offload.map\"(i32 0, i64 8, i64 3)";

    /** The end of a region with a host call, as a pattern: the library's work is waited for first. */
    private static final String CLOSE = """
              %[0-9]+ = call i32 @.offload_leave.v1\\(.*\\)
              call void @.offload_status.v1\\(.*\\)
              call void @__tgt_target_data_end_mapper\\(.*\\)
            """;

    /** Returns the lowered body of the function {@code run}, without comments. */
    private static String body(String lowered) {
        int start = lowered.indexOf("@run(");
        return lowered.substring(start, lowered.indexOf("\n}\n", start)).replaceAll(" +; preds = .*", "");
    }

    @Test
    void destinationsOfTheirOwnCloseTheRegion() {
        String body = body(LoweredText.of(DECLARATIONS + """
                define i32 @run(ptr nonnull %p) personality ptr @__gxx_personality_v0 {
                  %r = invoke i32 @f(ptr %p) MAPPED to label %done unwind label %caught
                done:
                  ret i32 %r
                caught:
                  %e = landingpad { ptr, i32 } cleanup
                  resume { ptr, i32 } %e
                }
                """.replace("MAPPED", MAPPED)));

        assertThat(body)
                .contains("%r = invoke i32 @f(ptr %p.device)\n          to label %done unwind label %caught")
                .containsPattern("done:\n" + CLOSE + "  ret i32 %r")
                .containsPattern(
                        "caught:\n  %e = landingpad \\{ ptr, i32 \\}\n          cleanup\n" + CLOSE + "  resume");
    }

    @Test
    void sharedDestinationsGetABlockInBetween() {
        String body = body(LoweredText.of(DECLARATIONS + """
                define i32 @run(ptr nonnull %p, i1 %c) personality ptr @__gxx_personality_v0 {
                start:
                  br i1 %c, label %marked, label %plain
                marked:
                  %r = invoke i32 @f(ptr %p) MAPPED to label %done unwind label %caught
                plain:
                  %q = invoke i32 @f(ptr %p) to label %done unwind label %caught
                done:
                  %v = phi i32 [ %r, %marked ], [ %q, %plain ]
                  ret i32 %v
                caught:
                  %w = phi i32 [ 1, %marked ], [ 2, %plain ]
                  %e = landingpad { ptr, i32 } catch ptr null
                  call void @handle(ptr null)
                  ret i32 %w
                }
                """.replace("MAPPED", MAPPED)));

        assertThat(body)
                .contains("to label %offload.normal unwind label %offload.unwind\n")
                .contains("to label %done unwind label %offload.unwind.others\n")
                .contains("%v = phi i32 [ %r, %offload.normal ], [ %q, %plain ]")
                .containsPattern("offload.normal:\n" + CLOSE + "  br label %done")
                .containsPattern("offload.unwind:\n  %[0-9]+ = landingpad \\{ ptr, i32 \\}\n          catch ptr null\n"
                        + CLOSE + "  br label %caught")
                .containsPattern("offload.unwind.others:\n  %([0-9]+) = phi i32 \\[ 2, %plain \\]\n"
                        + "  %[0-9]+ = landingpad \\{ ptr, i32 \\}\n          catch ptr null\n  br label %caught")
                .containsPattern(
                        "caught:\n  %w = phi i32 \\[ 1, %offload.unwind \\], \\[ %[0-9]+, %offload.unwind.others \\]\n"
                                + "  call void @handle");
    }

    @Test
    void everyMarkedInvokeOfOneHandlerClosesItsOwnRegion() {
        String body = body(LoweredText.of(DECLARATIONS + """
                define i32 @run(ptr nonnull %p) personality ptr @__gxx_personality_v0 {
                start:
                  %a = invoke i32 @f(ptr %p) MAPPED to label %second unwind label %caught
                second:
                  %b = invoke i32 @f(ptr %p) MAPPED to label %third unwind label %caught
                third:
                  %c = invoke i32 @f(ptr %p) MAPPED to label %done unwind label %caught
                done:
                  ret i32 %c
                caught:
                  %which = phi i32 [ 1, %start ], [ 2, %second ], [ 3, %third ]
                  %e = landingpad { ptr, i32 } cleanup
                  resume { ptr, i32 } %e
                }
                """.replace("MAPPED", MAPPED)));

        assertThat(body.split("call void @__tgt_target_data_begin_mapper", -1)).hasSize(4);
        assertThat(body.split("call void @__tgt_target_data_end_mapper", -1)).hasSize(7);
    }

    @Test
    void launchDoesNotThrow() {
        String body = body(LoweredText.of(DECLARATIONS + """
                define void @run(ptr nonnull %p) personality ptr @__gxx_personality_v0 {
                start:
                  invoke void @throwing(ptr %p) to label %next unwind label %caught
                next:
                  invoke void @k(ptr %p) [LAUNCH] to label %done unwind label %caught
                done:
                  ret void
                caught:
                  %w = phi i64 [ 1, %start ], [ 2, %next ]
                  %e = landingpad { ptr, i32 } cleanup
                  resume { ptr, i32 } %e
                }
                """.replace("LAUNCH", LAUNCH)));

        assertThat(body)
                .containsPattern("__tgt_target_data_end_mapper\\(.*\\)\n  br label %done")
                .contains("%w = phi i64 [ 1, %start ]\n");
    }

    @Test
    void handlerThatNothingReachesAnyMoreStaysWellFormed() {
        String body = body(LoweredText.of(DECLARATIONS + """
                define i64 @run(ptr nonnull %p) personality ptr @__gxx_personality_v0 {
                start:
                  invoke void @k(ptr %p) [LAUNCH] to label %done unwind label %caught
                done:
                  ret i64 0
                caught:
                  %w = phi i64 [ 1, %start ]
                  %e = landingpad { ptr, i32 } cleanup
                  ret i64 %w
                }
                """.replace("LAUNCH", LAUNCH)));

        assertThat(body).contains("br label %done").contains("ret i64 poison");
    }

    @Test
    void fallbackThatCannotThrowIsCalled() {
        String body = body(LoweredText.of(launchWithFallback("quiet")));

        assertThat(body)
                .contains("call void @.offload_fallback.quiet(")
                .contains("br label %done")
                .doesNotContain("invoke");
    }

    @Test
    void fallbackThatMayThrowTakesThePlaceOfTheInvoke() {
        String body = body(LoweredText.of(launchWithFallback("throwing")));

        assertThat(body)
                .containsPattern("invoke void @.offload_fallback.throwing\\(i32 %[0-9]+, ptr %p\\)\n"
                        + "          to label %done unwind label %caught")
                .containsPattern("done:\n  call void @__tgt_target_data_end_mapper")
                .containsPattern("cleanup\n  call void @__tgt_target_data_end_mapper");
    }

    @Test
    void fusedLaunchHasNothingToCloseWhenItsFallbackThrows() {
        String body = body(LoweredText.of(
                launchWithFallback("throwing"),
                OffloadOptions.builder().transfers(Transfers.FUSED).build()));

        assertThat(body)
                .contains("invoke void @.offload_fallback.throwing(")
                .doesNotContain("__tgt_target_data_end_mapper");
    }

    private static String launchWithFallback(String fallback) {
        return DECLARATIONS + """
                define void @run(ptr nonnull %p) personality ptr @__gxx_personality_v0 {
                  invoke void @k(ptr %p) [LAUNCH, "offload.fallback"(ptr @FALLBACK)] to label %done unwind label %caught
                done:
                  ret void
                caught:
                  %e = landingpad { ptr, i32 } cleanup
                  resume { ptr, i32 } %e
                }
                """.replace("LAUNCH", LAUNCH).replace("FALLBACK", fallback);
    }

    @Test
    void funcletHandlerIsReachedThroughACleanup() {
        String body = body(LoweredText.of("""
                declare i32 @__CxxFrameHandler3(...)
                declare i32 @f(ptr)
                define i32 @run(ptr nonnull %p) personality ptr @__CxxFrameHandler3 {
                start:
                  %r = invoke i32 @f(ptr %p) MAPPED to label %done unwind label %dispatch
                done:
                  ret i32 %r
                dispatch:
                  %w = phi i32 [ 5, %start ]
                  %s = catchswitch within none [label %handler] unwind to caller
                handler:
                  %h = catchpad within %s [ptr null, i32 64, ptr null]
                  catchret from %h to label %after
                after:
                  ret i32 %w
                }
                """.replace("MAPPED", MAPPED)));

        assertThat(body)
                .contains("to label %done unwind label %offload.unwind\n")
                .containsPattern("""
                        offload.unwind:
                          %[0-9]+ = cleanuppad within none \\[\\]
                          %[0-9]+ = call i32 @.offload_leave.v1\\(.*\\) \\[ "funclet"\\(token %[0-9]+\\) \\]
                          call void @.offload_status.v1\\(.*\\) \\[ "funclet"\\(token %[0-9]+\\) \\]
                          call void @__tgt_target_data_end_mapper\\(.*\\) \\[ "funclet"\\(token %[0-9]+\\) \\]
                          cleanupret from %[0-9]+ unwind label %dispatch""")
                .contains("%w = phi i32 [ 5, %offload.unwind ]");
    }
}
