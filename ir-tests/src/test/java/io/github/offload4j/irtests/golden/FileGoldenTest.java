package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file of {@code golden-files} says what its command makes of its input, exactly. */
final class FileGoldenTest {
    private static final List<String> SITE = List.of(
            "; is it mapped?",
            "",
            "; irgen lower",
            "declare void @k(ptr)",
            "define void @run(ptr nonnull %x) {",
            "  call void @k(ptr %x) [ \"offload\"(i1 false, i64 0), \"offload.grid\"(i32 4, i32 1, i32 1),",
            "    \"offload.block\"(i32 64, i32 1, i32 1), \"offload.map\"(i32 0, i64 64, i64 1) ]",
            "  ret void",
            "}");

    private final GoldenFiles files = new GoldenFiles(
            GoldenModules.ROOT, GoldenMode.of(System.getProperty(GoldenMode.PROPERTY), System.getenv("CI")));

    @TestFactory
    Stream<DynamicTest> saysWhatTheCommandMakes() {
        String only = System.getProperty(GoldenMode.CASE_PROPERTY);
        return GoldenModules.files().stream()
                .filter(golden -> only == null || golden.id().equals(only))
                .map(golden -> dynamicTest(golden.id(), () -> files.verify(golden)));
    }

    @Test
    void showsTheFunctionAndTheConstantsThatItRefersTo() {
        assertThat(FileGolden.parse("maps/to", SITE).text().lines())
                .startsWith(SITE.subList(2, SITE.size()).toArray(String[]::new))
                .contains(";; define void @run(ptr nonnull %x) {")
                .contains(";; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]")
                .contains(";; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]")
                .noneMatch(line -> line.contains("descriptor_reg"));
    }

    @Test
    void showsAConstantUnderTheFirstFunctionThatRefersToIt() {
        List<String> two = new ArrayList<>(SITE);
        SITE.subList(4, SITE.size()).forEach(line -> two.add(line.replace("@run", "@again")));

        assertThat(FileGolden.parse("maps/to", two).text())
                .containsOnlyOnce(";; @.offload_sizes.k = ")
                .contains(";; define void @again(")
                .contains(";; @4 = ");
    }

    @Test
    void forgetsWhatWasExpectedBefore() {
        List<String> stale = Stream.concat(SITE.stream(), Stream.of(";; define void @run() {", ";; }"))
                .toList();

        assertThat(FileGolden.parse("maps/to", stale).text())
                .isEqualTo(FileGolden.parse("maps/to", SITE).text());
    }

    @Test
    void showsWhatElseIsAskedFor() {
        List<String> more = Stream.concat(SITE.stream(), Stream.of("; and @.omp_offloading.descriptor"))
                .toList();

        assertThat(FileGolden.parse("maps/to", more).text()).contains("\n;; @.omp_offloading.descriptor = internal");
    }

    @Test
    void leavesOutLinesThatWereNotAskedFor() {
        List<String> limited = new ArrayList<>(SITE);
        limited.add(3, "; lines with data_begin");

        assertThat(FileGolden.parse("maps/to", limited).text())
                .contains("\n;; define void @run(ptr nonnull %x) {\n;;   call void @__tgt_target_data_begin_mapper(")
                .contains("\n;; @.offload_maptypes.k.begin = ")
                .doesNotContain(";;   store", ".kernel =", ".end =");
    }

    @Test
    void failsWhenWhatIsAskedForIsNotThere() {
        List<String> more =
                Stream.concat(SITE.stream(), Stream.of("; and @nowhere")).toList();

        assertThatThrownBy(() -> FileGolden.parse("maps/to", more).text())
                .hasMessage("the output does not have @nowhere");
    }

    @Test
    void asksForTypesFlagsAndDeclarationsWithTheirAttributes() {
        List<String> more = Stream.concat(
                        SITE.stream(), Stream.of("; and %struct.ident_t, !llvm.module.flags, @__tgt_target_kernel"))
                .toList();

        assertThat(FileGolden.parse("maps/to", more).text()).endsWith("""
                        ;; %struct.ident_t = type { i32, i32, i32, i32, ptr }
                        ;; !llvm.module.flags = !{!{i32 7, !"openmp", i32 51}}
                        ;; declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) nounwind
                        """);
    }

    @Test
    void showsTheWholeOutput() {
        List<String> more = Stream.concat(SITE.stream(), Stream.of("; whole")).toList();

        assertThat(FileGolden.parse("maps/to", more).text())
                .contains("\n;; ; ModuleID = '<stdin>'\n")
                .endsWith("\n;; !0 = !{i32 7, !\"openmp\", i32 51}\n");
    }

    @Test
    void leavesOutBlocksThatWereNotAskedFor() {
        List<String> loop = List.of(
                "; which block?",
                "",
                "; irgen lower",
                "; blocks exit",
                "define void @run() {",
                "  br label %exit",
                "exit:",
                "  ret void",
                "}");

        assertThat(FileGolden.parse("maps/to", loop).text()).endsWith("""

                        ;; define void @run() {
                        ;; exit:
                        ;;   ret void
                        ;; }
                        """);
    }

    @Test
    void everyLineComesBackAfterALimit() {
        List<String> limited = new ArrayList<>(SITE);
        limited.addAll(3, List.of("; lines with data_begin", "; every line"));

        assertThat(FileGolden.parse("maps/to", limited).text()).contains(";;   store ptr %x");
    }

    @Test
    void commandsOfOneInputAreToldApartWhereTheyDiffer() {
        List<String> two = new ArrayList<>(SITE);
        two.add(3, "; irgen lower --registration=linker-wrapper");
        two.add("; and @.offload_sizes.k");
        two.add("; and @.k.region_id, @.omp_offloading.entries");

        assertThat(FileGolden.parse("maps/to", two).text())
                .startsWith("; irgen lower\n; irgen lower --registration=linker-wrapper\ndeclare")
                .contains("""
                        ; and @.offload_sizes.k
                        ;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]
                        ; and @.k.region_id, @.omp_offloading.entries
                        ;; irgen lower
                        ;; @.k.region_id = internal constant i8 0
                        ;; @.omp_offloading.entries = internal constant [1 x %struct.__tgt_offload_entry] [\
                        %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, \
                        ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }], align 8
                        ;; irgen lower --registration=linker-wrapper
                        ;; @.k.region_id = weak constant i8 0
                        ;; no @.omp_offloading.entries
                        """);
    }

    @Test
    void anotherCommandBeginsAnotherInput() {
        List<String> two = new ArrayList<>(SITE);
        two.addAll(SITE.subList(2, SITE.size()));

        String once = FileGolden.parse("maps/to", SITE).text();

        assertThat(FileGolden.parse("maps/to", two).text()).isEqualTo(once + once);
    }

    @Test
    void theInputOfEmitIsASpecification() {
        List<String> spec = List.of(
                "; is it defined?",
                "",
                "; irgen emit",
                "offloads:",
                "  - {name: run, callee: k, parameters: [], grid: [1, 1, 1], block: [1, 1, 1]}",
                "; and @run");

        assertThat(FileGolden.parse("emit/run", spec).text()).contains("; and @run\n;; define void @run() {\n");
    }

    @Test
    void endsWithTheErrorsOfACommandThatFails() {
        List<String> wrong =
                SITE.stream().map(line -> line.replace("i64 1)", "i64 8)")).toList();

        assertThat(FileGolden.parse("maps/to", wrong).text())
                .doesNotContain(";; define")
                .contains("\n;; irgen: <stdin>:4:", "error: map bits 0x8 (DELETE) cannot be asked for");
    }

    @Test
    void aFileWithoutAQuestionIsRefused() {
        List<String> silent = Stream.concat(
                        Stream.of("; no question", ""), SITE.stream().skip(2))
                .toList();

        assertThatThrownBy(() -> FileGolden.parse("maps/to", silent)).hasMessageStartingWith("maps/to begins with");
    }
}
