package io.github.offload4j.tools.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.tools.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Modules that were lowered and then linked or optimized are explained, and checked, like each of them alone. */
class LinkedSitesTest {
    private static final String TARGET = "target triple = \"x86_64-unknown-linux-gnu\"\n";

    /** What {@code explain} says of one site: a line that is not indented, and the lines below it. */
    private static final Pattern SITE = Pattern.compile("(?m)^run_.*\n(?:  .*\n)+");

    /** Modules to lower, one for each kind of helper. */
    private enum Source {
        /** Launches unless the program finds the grid empty; a fallback of its own. */
        FALLBACK("", """
                declare void @fill(ptr, i64)
                define internal void @on_host(ptr %x, i64 %n) {
                  store i64 %n, ptr %x
                  ret void
                }
                define void @run_fallback(ptr %x, i64 %n, i32 %blocks) {
                  %bytes = mul i64 %n, 8
                  call void @fill(ptr %x, i64 %n) [ "offload"(i1 false, i64 -1),
                      "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
                      "offload.map"(i32 0, i64 %bytes, i64 2), "offload.fallback"(ptr @on_host) ]
                  ret void
                }
                """),
        /** The same kernel, with another fallback of the same name, and too many threads. */
        WRONG_BLOCK("--check=launch-bounds=off", """
                declare void @fill(ptr, i64)
                define internal void @on_host(ptr %x, i64 %n) {
                  store i64 0, ptr %x
                  ret void
                }
                define void @run_wrong(ptr %x, i64 %n, i32 %blocks) {
                  %bytes = mul i64 %n, 8
                  call void @fill(ptr %x, i64 %n) [ "offload"(i1 false, i64 -1),
                      "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 4096, i32 1, i32 1),
                      "offload.map"(i32 0, i64 %bytes, i64 3), "offload.fallback"(ptr @on_host) ]
                  ret void
                }
                """),
        /** A program that stops when nothing is launched, and unites directions in a loop. */
        MANY("", """
                declare void @sum(ptr, ptr, ptr, ptr, ptr, ptr)
                define void @run_many(ptr nonnull %a, ptr nonnull %b, ptr nonnull %c, ptr nonnull %d, ptr nonnull %e,
                    ptr nonnull %f, i32 %blocks) {
                  call void @sum(ptr %a, ptr %b, ptr %c, ptr %d, ptr %e, ptr %f) [ "offload"(i1 false, i64 -1),
                      "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 32, i32 1, i32 1),
                      "offload.map"(i32 0, i64 64, i64 1), "offload.map"(i32 1, i64 64, i64 2),
                      "offload.map"(i32 2, i64 64, i64 1), "offload.map"(i32 3, i64 64, i64 2),
                      "offload.map"(i32 4, i64 64, i64 1), "offload.map"(i32 5, i64 64, i64 2) ]
                  ret void
                }
                """),
        /** A library call on the device. */
        LIBRARY("", """
                declare i32 @library(ptr, i32)
                define i32 @run_library(ptr %x, i32 %n) {
                  %status = call i32 @library(ptr %x, i32 %n) [ "offload"(i1 true, i64 -1),
                      "offload.map"(i32 0, i64 128, i64 3) ]
                  ret i32 %status
                }
                """),
        /** Data calls that are left out when the program finds them needless. */
        RESIDENT("--transfers=resident", """
                declare void @step(ptr)
                define void @run_resident(ptr noalias nonnull %x, i32 %times, i32 %blocks) {
                entry:
                  br label %head
                head:
                  %i = phi i32 [ 0, %entry ], [ %next, %body ]
                  %more = icmp slt i32 %i, %times
                  br i1 %more, label %body, label %done
                body:
                  call void @step(ptr %x) [ "offload"(i1 false, i64 -1),
                      "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 32, i32 1, i32 1),
                      "offload.map"(i32 0, i64 128, i64 3) ]
                  %next = add i32 %i, 1
                  br label %head
                done:
                  ret void
                }
                """);

        private final String option;
        private final String marked;

        Source(String option, String marked) {
            this.option = option;
            this.marked = TARGET + marked;
        }

        String lowered() {
            return LinkedSitesTest.lower(marked, option);
        }
    }

    private static String lower(String marked, String option) {
        Run run = option.isEmpty() ? Run.withInput(marked, "lower", "-") : Run.withInput(marked, "lower", option, "-");
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static String link(String first, String... others) {
        try (OwnedModule linked = OwnedModule.parse(first.getBytes(UTF_8), "linked")) {
            for (String other : others) {
                ModuleLinker.link(linked.module(), other.getBytes(UTF_8));
            }
            return ModuleWriter.text(linked.module().raw());
        }
    }

    private static String optimize(String lowered) {
        try (OwnedModule module = OwnedModule.parse(lowered.getBytes(UTF_8), "optimized");
                TargetMachine machine = TargetMachine.of("x86_64-unknown-linux-gnu")) {
            IrModule view = module.module();
            machine.optimize(view.raw(), OptimizationLevel.O3);
            return ModuleWriter.text(view.raw());
        }
    }

    private static List<String> sites(String... lowered) {
        List<String> sites = new ArrayList<>();
        for (String module : lowered) {
            Run run = Run.withInput(module, "explain", "-");
            assertThat(run.err()).isEmpty();
            SITE.matcher(run.out()).results().forEach(site -> sites.add(site.group()));
            assertThat(run.out()).startsWith("<stdin>: " + count(run.out()) + " offload site");
        }
        return sites;
    }

    private static long count(String explained) {
        return SITE.matcher(explained).results().count();
    }

    private static String findings(String... lowered) {
        StringBuilder findings = new StringBuilder();
        for (String module : lowered) {
            findings.append(Run.withInput(module, "check", "-").err());
        }
        return findings.toString();
    }

    private static void assertAlike(String whole, String... parts) {
        assertThat(sites(whole)).isEqualTo(sites(parts));
        assertThat(findings(whole)).isEqualTo(findings(parts));
    }

    @Test
    void aWrongLaunchIsFoundBehindAGoodOne() {
        String linked = link(Source.FALLBACK.lowered(), Source.WRONG_BLOCK.lowered());

        assertThat(findings(linked))
                .isEqualTo("irgen: <stdin>: error: in function 'run_wrong': the block of kernel 'fill' has 4096 threads"
                        + " in x; NVIDIA GPUs take at most 1024 [launch-bounds]\n");
    }

    @Test
    void twoModulesAreExplainedLikeEachAlone() {
        String first = Source.FALLBACK.lowered();
        String second = Source.WRONG_BLOCK.lowered();

        assertAlike(link(first, second), first, second);
    }

    @Test
    void allModulesAreExplainedLikeEachAlone() {
        String[] parts = Stream.of(Source.values()).map(Source::lowered).toArray(String[]::new);
        String[] others = Arrays.copyOfRange(parts, 1, parts.length);

        assertAlike(link(parts[0], others), parts);
    }

    @Test
    void aModuleThatIsLoweredAgainIsExplainedLikeItsParts() {
        String first = lower(Source.FALLBACK.marked, "--registration=linker-wrapper");
        String second = lower(Source.MANY.marked, "--registration=linker-wrapper");

        String again = lower(link(first, Source.MANY.marked), "--registration=linker-wrapper");

        assertAlike(again, first, second);
        assertThat(again.split("define linkonce_odr hidden i32 @.offload_launch", -1))
                .as("both use one helper")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(value = Source.class, mode = Mode.EXCLUDE, names = "RESIDENT") // whose loop is turned over
    void whatTheOptimizerMakesOfAModuleIsExplainedLikeIt(Source source) {
        String lowered = source.lowered();

        assertAlike(optimize(lowered), lowered);
    }

    @Test
    void whatTheOptimizerMakesOfLinkedModulesIsExplainedLikeThem() {
        String linked = link(Source.FALLBACK.lowered(), Source.WRONG_BLOCK.lowered(), Source.MANY.lowered());

        assertAlike(optimize(linked), linked);
    }

    @Test
    void dataCallsThatMayBeLeftOutAreReadAfterTheOptimizerTurnedTheirLoopOver() {
        String optimized = optimize(Source.RESIDENT.lowered());

        assertThat(optimized).contains("call void @.offload_data_end.v1(");
        assertThat(sites(optimized))
                .allSatisfy(site -> assertThat(site).contains(" 1  x ", " 128 bytes\n"))
                .noneSatisfy(site -> assertThat(site).contains("unknown"));
        assertThat(findings(optimized)).isEmpty();
    }

    @Test
    void eachFallbackCallsTheFunctionOfItsOwnModule() {
        String linked = link(Source.FALLBACK.lowered(), Source.WRONG_BLOCK.lowered());

        assertThat(linked)
                .containsPattern("(?s)define internal void @.offload_fallback.on_host\\([^}]*call void @on_host\\(")
                .containsPattern(
                        "(?s)define internal void @.offload_fallback.on_host.[0-9]+\\([^}]*call void @on_host.[0-9]+\\(");
    }

    @Test
    void aHelperOfAnotherVersionIsNotGuessedAt() {
        String newer = Source.FALLBACK.lowered().replace("\"launch.v1\"", "\"launch.v2\"");

        for (String command : List.of("explain", "check")) {
            Run run = Run.withInput(newer, command, "-");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("irgen: <stdin>: error: function '.offload_launch.v1' is a helper of another version of"
                            + " offload4j, 'launch.v2'; use the version that added it, or lower the module anew\n");
        }
    }
}
