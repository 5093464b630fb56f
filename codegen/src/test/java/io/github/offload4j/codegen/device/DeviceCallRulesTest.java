package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRejected;
import static io.github.offload4j.codegen.device.Kernels.kernel;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How kernels may ask where they are. */
class DeviceCallRulesTest {
    private static final String THREAD_ID = "declare i32 @offload.thread.id(i32)";

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "%n", "undef", "poison"})
    void aDimensionIsAConstant(String dimension) {
        for (String symbol : new String[] {"thread.id", "block.id", "block.size", "grid.size"}) {
            assertRefusedEverywhere(
                    kernel(
                            "declare i32 @offload." + symbol + "(i32)",
                            "%v = call i32 @offload." + symbol + "(i32 " + dimension + ")\nret void"),
                    "k",
                    "the dimension of 'offload." + symbol + "' is not a constant 0, 1 or 2");
        }
    }

    @Test
    void theSourceLineIsNamed() {
        String module = kernel(THREAD_ID, "%v = call i32 @offload.thread.id(i32 %n), !dbg !5\nret void")
                        .replace("\"offload-kernel\"", "\"offload-kernel\" !dbg !4")
                + """
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "kernel.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = !DISubroutineType(types: !{})
                !4 = distinct !DISubprogram(name: "k", file: !1, line: 3, type: !3, spFlags: DISPFlagDefinition, unit: !0)
                !5 = !DILocation(line: 7, column: 9, scope: !4)
                """;
        assertRefused(
                NVIDIA, module, "k", "the dimension of 'offload.thread.id' is not a constant 0, 1 or 2 (kernel.c:7:9)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declare i64 @offload.thread.id(i32) | %v = call i64 @offload.thread.id(i32 0) | i64 (i32)",
                "declare i32 @offload.thread.id(i64) | %v = call i32 @offload.thread.id(i64 0) | i32 (i64)",
                "declare i32 @offload.thread.id() | %v = call i32 @offload.thread.id() | i32 ()",
                "declare void @offload.thread.id(i32) | call void @offload.thread.id(i32 0) | void (i32)",
                "declare i32 @offload.thread.id(i32, ...) | "
                        + "%v = call i32 (i32, ...) @offload.thread.id(i32 0) | i32 (i32, ...)",
            })
    void aDeclarationOfAnotherType(String declaration, String call, String type) {
        assertRefusedEverywhere(
                kernel(declaration, call + "\nret void"),
                "k",
                "'offload.thread.id' is declared as " + type + "; it is i32 (i32)");
    }

    @Test
    void aBarrierOfAnotherType() {
        assertRefused(
                NVIDIA,
                kernel("declare void @offload.barrier(i32)", "call void @offload.barrier(i32 0)\nret void"),
                "k",
                "'offload.barrier' is declared as void (i32); it is void ()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%v = call i64 @offload.thread.id(i32 0) | i64 (i32)",
                "%v = call i32 @offload.thread.id() | i32 ()",
                "call void @offload.thread.id(i32 0, i32 1) | void (i32, i32)",
            })
    void aCallAsAnotherType(String call, String type) {
        assertRefusedEverywhere(
                kernel(THREAD_ID, call + "\nret void"),
                "k",
                "it calls 'offload.thread.id' as " + type + "; it is i32 (i32)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store ptr @offload.thread.id, ptr %p",
                "store i64 ptrtoint (ptr @offload.thread.id to i64), ptr %p",
                "%f = load ptr, ptr @table\nstore ptr %f, ptr %p",
                "call void @take(ptr @offload.thread.id)",
            })
    void itsAddress(String body) {
        String others = """
                @table = internal constant [1 x ptr] [ptr @offload.thread.id]
                define void @take(ptr %f) {
                  ret void
                }
                """ + THREAD_ID;
        assertRefusedEverywhere(
                kernel(others, body + "\nret void"),
                "k",
                "it takes the address of 'offload.thread.id', which can only be called");
    }

    @Test
    void aCallInAHelperThatIsCalledThroughAPointer() {
        String others = THREAD_ID + """

                @chosen = internal global ptr @where
                define internal i32 @where() {
                  %id = call i32 @offload.thread.id(i32 0)
                  ret i32 %id
                }
                """;
        String module = kernel(
                others, "%f = load volatile ptr, ptr @chosen\n%v = call i32 %f()\nstore i32 %v, ptr %p\nret void");
        assertCompiles(NVIDIA, module);
        assertCompiles(Kernels.AMD, module);
        assertRejected(
                HOST,
                module,
                Reason.KERNEL,
                "'offload.thread.id' is called by a function that is itself called through a pointer; call it"
                        + " directly");
    }

    @Test
    void aBarrier() {
        String module = kernel("declare void @offload.barrier()", "call void @offload.barrier()\nret void");
        assertCompiles(NVIDIA, module);
        assertCompiles(Kernels.AMD, module);
        assertCompiles(HOST, module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offload.shuffle.f16", "offload.shuffle", "offload.shuffle.up", "offload_shuffle_xor_i8"})
    void aShuffleOfAnUnknownType(String symbol) {
        assertRefusedEverywhere(
                kernel(
                        "declare half @" + symbol + "(half, i32)",
                        "%v = call half @" + symbol + "(half 1.0, i32 0)\nret void"),
                "k",
                "'" + symbol + "' is a shuffle of an unknown type; those there are end in one of i32, i64, f32, f64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offload.shuffle.f32   | float (float, i64) | float (float, i32)",
                "offload.shuffle.up.f64| double (float, i32) | double (double, i32)",
                "offload_shuffle_down_i64 | i64 (i64, i32, i32) | i64 (i64, i32)",
                "offload.ballot        | i32 (i1)           | i64 (i1)",
                "offload.all           | i1 (i1, i1)        | i1 (i1)",
                "offload.any           | i1 (float)         | i1 (i1)",
                "offload.lane.id       | i32 (i32)          | i32 ()",
                "offload.fence.block   | i32 ()             | void ()",
                "offload.shared.dynamic| ptr (i32)          | ptr ()",
            })
    void aWarpFunctionOfAnotherType(String symbol, String declared, String right) {
        String result = declared.substring(0, declared.indexOf(' '));
        String parameters = declared.substring(declared.indexOf(' ') + 1);
        String arguments = parameters.replaceAll("(\\w+)", "$1 undef");
        assertRefusedEverywhere(
                kernel(
                        "declare " + result + " @" + symbol + parameters,
                        "%v = call " + result + " @" + symbol + arguments + "\nret void"),
                "k",
                "'" + symbol.replace('_', '.') + "' is declared as " + declared + "; it is " + right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "block"})
    void namesWithoutDots(String what) {
        String module = kernel("declare i32 @offload_%s_id(i32)".formatted(what), """
                %%v = call i32 @offload_%s_id(i32 0)
                %%q = getelementptr i32, ptr %%p, i32 %%v
                store i32 1, ptr %%q
                ret void
                """.formatted(what));
        assertCompiles(NVIDIA, module);
        assertCompiles(Kernels.AMD, module);
        assertCompiles(HOST, module);
    }

    @Test
    void aDimensionBehindANameWithoutDotsIsAConstantToo() {
        assertRefusedEverywhere(
                kernel("declare i32 @offload_grid_size(i32)", "%v = call i32 @offload_grid_size(i32 %n)\nret void"),
                "k",
                "the dimension of 'offload.grid.size' is not a constant 0, 1 or 2");
    }

    @Test
    void aPromiseOfWhatIsNoParameterIsOfNoUse() {
        assertCompiles(HOST, kernel("declare void @offload_noalias(ptr)", """
                %q = getelementptr i32, ptr %p, i32 %n
                call void @offload_noalias(ptr %q)
                call void @offload_noalias(ptr null)
                store i32 1, ptr %q
                ret void
                """));
    }

    @Test
    void aPromiseIsOnlyCalled() {
        assertRefusedEverywhere(
                kernel("declare void @offload_noalias(ptr)", "store ptr @offload_noalias, ptr %p\nret void"),
                "k",
                "it takes the address of 'offload_noalias', which has no body; link its definition into the kernel"
                        + " module");
    }

    @Test
    void anUnknownDeviceFunction() {
        assertRefusedEverywhere(
                kernel("declare i32 @offload.warp.id(i32)", "%v = call i32 @offload.warp.id(i32 0)\nret void"),
                "k",
                "it calls 'offload.warp.id', which has no body; link its definition into the kernel module");
    }
}
