package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;
import static io.github.offload4j.irtests.golden.Sites.options;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;

/** What happens to things that the module has already. */
final class ExistingCases {
    private static final OffloadOptions DEFAULTS = OffloadOptions.defaults();

    private static final String CONSTRUCTORS = """
            @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }]

            define internal void @setup() {
              ret void
            }
            """;

    private static final String USED = """
            @kept = internal global i32 7

            @llvm.compiler.used = appending global [1 x ptr] [ptr @kept], section "llvm.metadata"
            """;

    private static final String FLAGS = """
            !llvm.module.flags = !{!0, !1}

            !0 = !{i32 7, !"openmp", i32 52}
            !1 = !{i32 8, !"PIC Level", i32 2}
            """;

    private static final String DECLARATIONS = """
            declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)

            declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)

            declare void @abort() noreturn
            """;

    private static final String TYPES = """
            %struct.ident_t = type { i32, i32, i32, i32, ptr }
            %struct.__tgt_kernel_arguments = type { i64 }

            @location = external global %struct.ident_t
            @other = external global %struct.__tgt_kernel_arguments
            """;

    private static final String SYMBOLS = """
            @.k.region_id = internal constant i8 1
            @.offload_sizes.k = internal constant i8 2
            @.offloading.entry_name.k = internal constant i8 3
            """;

    private static final String DEBUG = """
            define void @run(ptr nonnull %x, i32 %n) !dbg !4 {
            entry:
              ret void, !dbg !7
            }

            !llvm.dbg.cu = !{!0}
            !llvm.module.flags = !{!2, !3}

            !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
            !1 = !DIFile(filename: "saxpy.c", directory: "/src")
            !2 = !{i32 2, !"Debug Info Version", i32 3}
            !3 = !{i32 7, !"Dwarf Version", i32 5}
            !4 = distinct !DISubprogram(name: "run", scope: !1, file: !1, line: 10, type: !5, spFlags: DISPFlagDefinition, unit: !0)
            !5 = !DISubroutineType(types: !6)
            !6 = !{}
            !7 = !DILocation(line: 12, column: 3, scope: !4)
            """;

    private ExistingCases() {}

    static List<GoldenCase> all() {
        GoldenFolder existing = new GoldenFolder("existing");
        existing.add(
                "global-ctors",
                "are constructors kept, and ours added?",
                DEFAULTS,
                CONSTRUCTORS,
                ExistingCases::launch);
        existing.add(
                "global-ctors-rustc",
                "are constructors kept in preset rustc too?",
                Sites.RUSTC,
                CONSTRUCTORS,
                ExistingCases::launch);
        existing.add(
                "compiler-used",
                "are uses kept, and the entry added?",
                options(o -> o.registration(Registration.LINKER_WRAPPER)),
                USED,
                ExistingCases::launch);
        existing.add("openmp-flag", "is a module's own OpenMP version kept?", DEFAULTS, FLAGS, ExistingCases::launch);
        existing.add(
                "declarations",
                "are the runtime's declarations reused?",
                DEFAULTS,
                DECLARATIONS,
                ExistingCases::launch);
        existing.add(
                "types",
                "are types reused that have the runtime's fields, and others left alone?",
                DEFAULTS,
                TYPES,
                ExistingCases::launch);
        existing.add("symbols", "does a taken name become another one?", DEFAULTS, SYMBOLS, ExistingCases::launch);
        existing.add(
                "debug-info",
                "do location and argument names come from debug information?",
                DEFAULTS,
                DEBUG,
                module -> {
                    TestFunction run = module.function("run");
                    module.beforeEndOf(run.block("entry"));
                    module.call(kernel("k")
                            .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                            .value(run.parameter("n")));
                });
        return existing.cases();
    }

    private static void launch(TestModule module) {
        TestFunction run = module.define("void @run(ptr nonnull %x)");
        module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
    }
}
