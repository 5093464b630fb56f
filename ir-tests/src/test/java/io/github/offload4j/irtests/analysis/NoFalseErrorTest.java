package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.Severity;
import io.github.offload4j.irtests.golden.GoldenModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is right is called an error: neither what this library emits nor what clang does. */
class NoFalseErrorTest {
    private static final Path EXPLAINED = Path.of("../tools/src/test/resources/io/github/offload4j/tools/explain");

    /** Shows what a page says of faults. */
    private static final String WITH_FINDINGS = "page.ll";

    /** Returns modules in which nothing is wrong, by their names. */
    static Map<String, String> texts() throws IOException {
        Map<String, String> texts = GoldenModules.lowered();
        try (Stream<Path> explained = Files.walk(EXPLAINED)) {
            for (Path file :
                    explained.filter(NoFalseErrorTest::isRight).sorted().toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static boolean isRight(Path file) {
        return file.toString().endsWith(".ll") && !file.endsWith(WITH_FINDINGS);
    }

    static Stream<Named<String>> modules() throws IOException {
        return texts().entrySet().stream().map(module -> Named.of(module.getKey(), module.getValue()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void hasNoError(String module) {
        List<Finding> errors = Checked.text(module).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();

        assertThat(errors).isEmpty();
    }

    private static final String ENTER =
            "call void (...) @offload.data(ptr %x) [ \"offload.enter\"(i64 0), \"offload.map\"(i32"
                    + " 0, i64 16, i64 1) ]\n";
    private static final String EXIT =
            "call void (...) @offload.data(ptr %x) [ \"offload.exit\"(i64 0), \"offload.map\"(i32"
                    + " 0, i64 16, i64 2) ]\n";
    private static final String UPDATE = "call void (...) @offload.data(ptr %x) [ \"offload.update\"(i64 0),"
            + " \"offload.map\"(i32 0, i64 16, i64 2) ]\n";

    static Stream<String> lives() {
        String other = "call void @other(ptr null)\n";
        String escape = "call void @other(ptr %x)\n";
        return Stream.of(
                ENTER + UPDATE + EXIT,
                // counted twice
                ENTER.replace("i64 1)", "i64 0)") + ENTER.replace("i64 1)", "i64 0)") + EXIT + UPDATE + EXIT,
                // again
                ENTER + EXIT + ENTER + EXIT,
                // mapped, unmapped or kept by a callee
                escape + UPDATE + EXIT,
                ENTER + escape,
                ENTER + escape + EXIT + EXIT + UPDATE,
                // held, for all that the second exit knows
                ENTER.replace("i64 1)", "i64 8193)") + ENTER + EXIT + EXIT + UPDATE,
                // a part of it, and another device
                ENTER + ENTER.replace("%x", "%part").replace("i64 16", "i64 4") + EXIT + EXIT,
                ENTER + ENTER.replace("(i64 0)", "(i64 %device)") + EXIT + EXIT.replace("(i64 0)", "(i64 %device)"),
                // on one of the ways
                "br i1 %c, label %a, label %b\na:\n" + ENTER + "br label %b\nb:\n" + other
                        + "br i1 %c, label %d, label %e\nd:\n" + EXIT + "br label %e\ne:\n",
                // through a variable
                "%v = alloca ptr\nstore ptr %x, ptr %v\n%again = load ptr, ptr %v\ncall void @other(ptr %again)\n"
                        + EXIT);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void dataThatLivesRightIsFine(String body) {
        assertThat(Checked.text("""
                declare void @offload.data(...)
                declare void @other(ptr)
                define void @run(i64 %device, i1 %c) {
                %x = alloca [4 x i32]
                %part = getelementptr i8, ptr %x, i64 8
                """ + body + "ret void\n}\n")).isEmpty();
    }

    @Test
    void ofNoBytesAnAsynchronousSiteTakesNothing() {
        String module = """
                declare void @k(ptr)
                declare void @offload.data(...)
                define void @run() {
                  %a = alloca i32
                  call void @k(ptr %a) [
                      "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                      "offload.map"(i32 0, i64 BYTES, i64 3), "offload.nowait"() ]
                  store i32 1, ptr %a
                  WAIT
                  ret void
                }
                """;
        String waits = module.replace("WAIT", "call void (...) @offload.data() [ \"offload.wait\"(i64 0) ]");

        assertThat(Checked.text(waits.replace("BYTES", "0"))).isEmpty();
        assertThat(Checked.text(waits.replace("BYTES", "4"))).hasSize(1);
        assertThat(Checked.text(module.replace("WAIT", "").replace("BYTES", "0")))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static final String ENTER_MEMBER = ENTER.replace("%x", "%s").replace(" ]", ", " + member(1) + " ]");
    private static final String EXIT_MEMBER = EXIT.replace("%x", "%s").replace(" ]", ", " + member(2) + " ]");
    private static final String UPDATE_MEMBER = UPDATE.replace("%x", "%s").replace(" ]", ", " + member(2) + " ]");

    private static String member(int bits) {
        return "\"offload.member\"(i32 0, i64 %bytes, i64 " + bits + ", i64 8)";
    }

    static Stream<String> structures() {
        String flat = ENTER.replace("%x", "%s");
        String pointer = "%p = load ptr, ptr %at\n";
        String byItself = ENTER.replace("%x", "%p").replace("i64 16", "i64 %bytes");
        String change = "store ptr %other, ptr %at\n";
        return Stream.of(
                ENTER_MEMBER + UPDATE_MEMBER + EXIT_MEMBER,
                // again, and with another array
                ENTER_MEMBER + EXIT_MEMBER + ENTER_MEMBER + EXIT_MEMBER,
                ENTER_MEMBER + EXIT_MEMBER + change + ENTER_MEMBER + EXIT_MEMBER,
                // the array by itself, before or behind the structure
                pointer + byItself + flat + UPDATE_MEMBER + EXIT.replace("%x", "%s"),
                ENTER_MEMBER + EXIT.replace("%x", "%s") + pointer + EXIT.replace("%x", "%p"),
                // what others may have done
                flat + "call void @other(ptr %s)\n" + UPDATE_MEMBER + EXIT.replace("%x", "%s"),
                // every second of an array, with what each points to, of that every second element
                "call void (...) @offload.data(ptr %s) [ \"offload.update\"(i64 0), \"offload.map\"(i32 0, i64 0, i64 1),"
                        + " \"offload.section\"(i32 0, i64 16, i64 0, i64 %bytes, i64 2),"
                        + " \"offload.member.section\"(i32 0, i64 8, i64 2, i64 1, i64 0, i64 4, i64 2, i64 8) ]\n");
    }

    @ParameterizedTest
    @MethodSource("structures")
    void structuresThatLiveRightAreFine(String body) {
        for (String structure : List.of("ptr nonnull %s", "ptr %s", "i1 %c")) {
            String own = structure.startsWith("i1") ? "%s = alloca { i64, ptr }\n" : "";
            String stored = own.isEmpty() ? "" : "store ptr %array, ptr %at\n";
            assertThat(Checked.text("declare void @offload.data(...)\ndeclare void @other(ptr)\ndefine void @run("
                            + structure + ", i64 %bytes, ptr %array, ptr %other) {\n" + own
                            + "%at = getelementptr i8, ptr %s, i64 8\n" + stored + body + "ret void\n}\n"))
                    .as(structure)
                    .isEmpty();
        }
    }

    @Test
    void thereIsSomethingToCheck() throws IOException {
        assertThat(texts()).hasSizeGreaterThan(100);
    }

    @Test
    void passingADevicePointerOnIsFine() {
        assertThat(Checked.text("""
                declare void @library(ptr, i64)

                define void @wrapper(ptr %a, i64 %n) {
                  %place = alloca ptr
                  store ptr %a, ptr %place
                  %again = load ptr, ptr %place
                  %null = icmp eq ptr %again, null
                  br i1 %null, label %out, label %go

                go:
                  %p = getelementptr inbounds float, ptr %again, i64 %n
                  call void @library(ptr %p, i64 %n)
                  br label %out

                out:
                  ret void
                }

                define void @run(ptr %x, i64 %n) {
                  call void @wrapper(ptr %x, i64 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
                  ret void
                }
                """)).isEmpty();
    }

    @Test
    void aVariableThatHoldsAHostPointerFirstMayBeFollowedThen() {
        assertThat(Checked.text("""
                declare void @library(ptr)

                define float @wrapper(ptr %a, ptr %host) {
                  %p = alloca ptr
                  store ptr %host, ptr %p
                  %first = load ptr, ptr %p
                  %v = load float, ptr %first
                  store ptr %a, ptr %p
                  %second = load ptr, ptr %p
                  call void @library(ptr %second)
                  ret float %v
                }

                define float @run(ptr %x, ptr %y) {
                  %v = call float @wrapper(ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
                  ret float %v
                }
                """)).isEmpty();
    }

    @Test
    void aPointerThatIsTheDevicesOnSomePathsOnlyIsNotJudged() {
        assertThat(Checked.text("""
                define float @either(ptr %a, ptr %host, i1 %on_host) {
                  %p = select i1 %on_host, ptr %host, ptr %a
                  %v = load float, ptr %p
                  ret float %v
                }

                define float @run(ptr %x, ptr %y, i1 %c) {
                  %v = call float @either(ptr %x, ptr %y, i1 %c) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 3) ]
                  ret float %v
                }
                """)).isEmpty();
    }

    @Test
    void partsOfOneObjectThatDoNotOverlapAreFine() {
        assertThat(Checked.text("""
                declare void @k(ptr, ptr)

                define void @run() {
                  %a = alloca [16 x float]
                  %tail = getelementptr inbounds float, ptr %a, i64 8
                  call void @k(ptr %a, ptr %tail) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 32, i64 1), "offload.map"(i32 1, i64 32, i64 2) ]
                  ret void
                }
                """)).isEmpty();
    }

    @Test
    void whatRunsInPlaceOfARefusedLaunchMayFollowTheProgramsDevicePointers() {
        assertThat(Checked.text("""
                declare ptr @omp_target_alloc(i64, i32)
                declare void @k(ptr)

                define void @on_host(ptr %x) {
                  store i32 1, ptr %x
                  ret void
                }

                define void @run() {
                  %d = call ptr @omp_target_alloc(i64 4, i32 0)
                  call void @library(ptr %d)
                  ret void
                }

                define void @library(ptr %d) {
                  call void @k(ptr %d) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.device"(i32 0), "offload.fallback"(ptr @on_host) ]
                  ret void
                }
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ne i32 %refused, 0 | on_host, label %done", "eq i32 %refused, 0 | done, label %on_host"})
    void whatClangInlinesForARefusedLaunchMayToo(String question) {
        String[] parts = question.split(" \\| ", 2);
        assertThat(Checked.text("""
                declare ptr @omp_target_alloc(i64, i32)
                declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)

                @k.region_id = weak constant i8 0

                define void @run(ptr %%arguments, i32 %%n) {
                  %%d = call ptr @omp_target_alloc(i64 4, i32 0)
                  %%refused = call i32 @__tgt_target_kernel(ptr null, i64 0, i32 1, i32 1, ptr @k.region_id, ptr %%arguments)
                  %%failed = icmp %s
                  br i1 %%failed, label %%%s

                on_host:
                  store i32 2, ptr %%d
                  br label %%loop

                loop:
                  %%v = load i32, ptr %%d
                  %%again = icmp slt i32 %%v, %%n
                  br i1 %%again, label %%loop, label %%done

                done:
                  ret void
                }
                """.formatted(parts[0], parts[1]))).isEmpty();
    }

    /** The linker may put one there that writes nothing. */
    @Test
    void whatAWeakFunctionWritesMayNotBeWritten() {
        assertThat(Checked.text("""
                define weak void @tune(ptr %p) {
                  store i32 1, ptr %p
                  ret void
                }

                define void @k(ptr %x) {
                  call void @tune(ptr %x)
                  ret void
                }

                define void @run(ptr %x) {
                  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 32, i64 1) ]
                  ret void
                }
                """)).isEmpty();
    }

    @Test
    void aNullPointerIsMappedWithoutBytes() {
        assertThat(Checked.text("""
                declare void @k(ptr, ptr)

                define void @run(ptr %x) {
                  call void @k(ptr %x, ptr null) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 32, i64 1), "offload.map"(i32 1, i64 32, i64 2) ]
                  ret void
                }
                """)).isEmpty();
    }

    @Test
    void aConstantMayBeCopiedIn() {
        assertThat(Checked.text("""
                @table = constant [4 x i32] [i32 1, i32 2, i32 3, i32 4]
                declare void @k(ptr)

                define void @run() {
                  call void @k(ptr @table) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
                  ret void
                }
                """)).isEmpty();
    }
}
