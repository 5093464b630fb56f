package io.github.offload4j.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of arguments without names are told by their numbers. */
class UnnamedArgumentsTest {
    private static final String MODULE = """
            declare void @k(ptr, ptr) "offload-kernel"
            define void @f(ptr %0, ptr %1) !dbg !5 {
              call void @k(ptr %0, ptr %1) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 4, i64 1), "offload.map"(i32 1, i64 8, i64 2) ], !dbg !8
              ret void
            }
            !llvm.module.flags = !{!0, !1}
            !llvm.dbg.cu = !{!2}
            !0 = !{i32 2, !"Debug Info Version", i32 3}
            !1 = !{i32 7, !"Dwarf Version", i32 5}
            !2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, emissionKind: FullDebug)
            !3 = !DIFile(filename: "a.c", directory: "/")
            !4 = !DISubroutineType(types: !6)
            !5 = distinct !DISubprogram(name: "f", file: !3, line: 1, type: !4, unit: !2, spFlags: DISPFlagDefinition)
            !6 = !{null}
            !8 = !DILocation(line: 2, column: 3, scope: !5)
            """;

    @TempDir
    Path folder;

    @Test
    void eachHasItsOwnCopies() throws IOException {
        Path trace = folder.resolve("trace.json");
        Files.writeString(
                trace,
                "{\"displayTimeUnit\": \"ns\", \"traceEvents\": [\n" + copy("in", 1, 4) + ",\n" + copy("out", 2, 8)
                        + "\n]}\n");

        Run run = Run.withInput(MODULE, "explain", "--format=html", "--trace=" + trace, "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("<td>4 B in</td>", "<td>8 B out</td>");
    }

    private static String copy(String way, int argument, int bytes) {
        return """
                {"ph": "X", "pid": 1, "tid": 1, "ts": %d.000, "dur": 1.000, "cat": "copy-%2$s", "name": "copy %2$s",\
                 "args": {"name": "argument %1$d", "bytes": %3$d, "device": 0, "file": "a.c", "line": 2, "column": 3}}""".formatted(argument, way, bytes);
    }
}
