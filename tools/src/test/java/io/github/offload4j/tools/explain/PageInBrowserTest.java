package io.github.offload4j.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import io.github.offload4j.tools.html.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a real browser takes them; {@code faults.js} says what it looks for. */
class PageInBrowserTest {
    private static final Path MODULES = Path.of("src/test/resources/io/github/offload4j/tools/explain");

    @TempDir
    Path folder;

    @Test
    void suitsADesktopInLightColours() throws Exception {
        assertThat(Browser.require(folder).faults(pageWithAll(), 1280, 900, false))
                .isEmpty();
    }

    @Test
    void suitsAPhoneInDarkColours() throws Exception {
        assertThat(Browser.require(folder).faults(pageWithAll(), 390, 844, true))
                .isEmpty();
    }

    @Test
    void takesNamesForText() throws Exception {
        Browser browser = Browser.require(folder);
        Run run = Run.withInput(HOSTILE, "explain", "--format=html", "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("&lt;script&gt;document.title=1&lt;/script&gt;", "onload=&quot;");
        assertThat(browser.faults(run.out(), 390, 844, false)).isEmpty();
    }

    @Test
    void breaksNoWordsOfTablesOnAPhone() throws Exception {
        String page = pageWithAll().replace("<td>4096</td>", "<td>computed</td>");

        assertThat(Browser.require(folder).faults(page, 390, 844, false)).isEmpty();
        assertThat(Browser.require(folder)
                        .faults(
                                page.replace("<td>", "<td style=\"overflow-wrap: anywhere; max-width: 2em\">"),
                                390,
                                844,
                                false))
                .contains("breaks the word computed");
    }

    @Test
    void noticesFaults() throws Exception {
        String page = pageWithAll()
                .replace("<h2 ", "<h5 style=\"color: #888\" ")
                .replace("id=\"main\"", "id=\"sites\"")
                .replace("<table>", "<table style=\"width: 3000px\" onclick=\"x()\">");

        assertThat(Browser.require(folder).faults(page, 390, 844, false))
                .anyMatch(fault -> fault.startsWith("heading skips a level"))
                .anyMatch(fault -> fault.startsWith("contrast 3."))
                .contains("second id sites", "link to nowhere #main", "handler onclick of table")
                .anyMatch(fault -> fault.startsWith("wider than the window"));
    }

    /** A page with everything in it: source, findings, remarks, a trace, entries and images. */
    private static String pageWithAll() {
        Run run = Run.irgen(
                "explain",
                "--format=html",
                "--trace=" + MODULES.resolve("page.json"),
                MODULES.resolve("page.ll").toString());
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static final String HOSTILE = """
            declare void @"<script>document.title=1</script>"(ptr)
            define void @"f\\22 onload=\\22document.title=1"(ptr %"</pre></style><script>document.title=1</script>") !dbg !5 {
              call void @"<script>document.title=1</script>"(ptr %"</pre></style><script>document.title=1</script>") [ "offload"(i1 false, i64 -1),
                "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 4096, i32 1, i32 1),
                "offload.map"(i32 0, i64 16, i64 3) ], !dbg !8
              ret void
            }
            !llvm.module.flags = !{!0, !1}
            !llvm.dbg.cu = !{!2}
            !0 = !{i32 2, !"Debug Info Version", i32 3}
            !1 = !{i32 7, !"Dwarf Version", i32 5}
            !2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, emissionKind: FullDebug)
            !3 = !DIFile(filename: "a'\\22><img src=x onerror=x()>.c", directory: "/")
            !4 = !DISubroutineType(types: !6)
            !5 = distinct !DISubprogram(name: "<i>f", file: !3, line: 1, type: !4, unit: !2, spFlags: DISPFlagDefinition)
            !6 = !{null}
            !8 = !DILocation(line: 2, column: 3, scope: !5)
            """;
}
