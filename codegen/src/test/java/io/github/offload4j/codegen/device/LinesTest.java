package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Debuggers and profilers show the user's lines. */
class LinesTest {
    private static final String KERNEL = """
            define void @k(ptr %p) "offload-kernel" !dbg !4 {
              store volatile i32 1, ptr %p, !dbg !7
              ret void, !dbg !8
            }
            !llvm.dbg.cu = !{!0}
            !llvm.module.flags = !{!2, !3}
            !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
            !1 = !DIFile(filename: "k.c", directory: "/src")
            !2 = !{i32 2, !"Debug Info Version", i32 3}
            !3 = !{i32 7, !"Dwarf Version", i32 4}
            !4 = distinct !DISubprogram(name: "k", scope: !1, file: !1, line: 41, type: !5, unit: !0, spFlags: DISPFlagDefinition)
            !5 = !DISubroutineType(types: !6)
            !6 = !{null}
            !7 = !DILocation(line: 42, column: 3, scope: !4)
            !8 = !DILocation(line: 43, column: 1, scope: !4)
            """;

    @ParameterizedTest
    @EnumSource
    void atEveryLevelOnEveryTarget(OptimizationLevel level) {
        for (String target : List.of(Kernels.NVIDIA, Kernels.AMD, Kernels.HOST)) {
            try (DeviceCode code = DeviceCompiler.create()
                    .withLevel(level)
                    .lower(KERNEL.getBytes(UTF_8), "k.ll", DeviceTarget.parse(target))) {
                assertThat(code.assembly()).as(target).containsPattern("\\.loc\\t1 42 3");
            }
        }
    }
}
