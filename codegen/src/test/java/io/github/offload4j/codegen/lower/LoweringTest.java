package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Transfers;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of marked calls. */
class LoweringTest {
    private static final String SAXPY = """
            declare void @saxpy(i64, float, ptr, ptr)
            declare void @saxpy_on_host(i64, float, ptr, ptr)
            define void @run(i64 %n, float %a, ptr %x, ptr %y, i32 %blocks, i64 %bytes) {
              call void @saxpy(i64 %n, float %a, ptr %x, ptr %y) [
                "offload"(i1 false, i64 3),
                "offload.grid"(i32 %blocks, i32 1, i32 1),
                "offload.block"(i32 256, i32 1, i32 1),
                "offload.shared"(i32 64),
                "offload.map"(i32 2, i64 %bytes, i64 1),
                "offload.map"(i32 3, i64 400, i64 5123),
                "offload.fallback"(ptr @saxpy_on_host) ]
              ret void
            }
            """;

    @Test
    void kernelModeBecomesALaunch() {
        String lowered = LoweredText.of(SAXPY);

        assertThat(lowered)
                .doesNotContain("call void @saxpy(")
                .doesNotContain("\"offload\"")
                .contains("@.saxpy.region_id")
                // value, value, TO, and TO | CLOSE | PRESENT
                .contains("@.offload_maptypes.saxpy.begin = private unnamed_addr constant [4 x i64]"
                        + " [i64 768, i64 768, i64 1, i64 5121]")
                .contains("store [3 x i32] [i32 256, i32 1, i32 1], ptr %ThreadLimit")
                .contains("store i32 64, ptr %DynCGroupMem")
                .contains("call void @__tgt_target_data_begin_mapper(ptr @1, i64 3, i32 4,")
                .contains("call i32 @.offload_launch.v1(ptr @1, i64 3, i32 %blocks, i32 256,")
                .contains("call void @.offload_fallback.saxpy_on_host(")
                .contains("call void @__tgt_target_data_end_mapper(ptr @1, i64 3, i32 4,");
    }

    /** LLVM's C interface takes these constants for instructions. */
    @ParameterizedTest
    @ValueSource(strings = {"no_cfi", "dso_local_equivalent"})
    void anUnusualFormOfASymbolIsAnArgumentLikeAnyOther(String form) {
        String lowered = LoweredText.of("""
                declare void @use(ptr)
                declare void @symbol()
                define void @run() {
                  call void @use(ptr %s @symbol) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1) ]
                  ret void
                }
                """.formatted(form));

        assertThat(lowered).contains("store ptr " + form + " @symbol, ptr %.offload_ptrs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "undef",
                "poison",
                "inttoptr (i64 0 to ptr)",
                "getelementptr (i8, ptr null, i64 0)",
                "%frozen",
                "%cast"
            })
    void aPointerToNothingNeedsNoMark(String nothing) {
        String lowered = LoweredText.of("""
                declare void @use(ptr, ptr)
                define void @run(ptr %%p) {
                  %%frozen = freeze ptr poison
                  %%cast = inttoptr i64 0 to ptr
                  call void @use(ptr %%p, ptr %s) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
                  ret void
                }
                """.formatted(nothing));

        assertThat(lowered)
                .contains(".offload_maptypes.use.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 288]");
    }

    @Test
    void theResultOfAMarkedCallIsAnExtentOfTheNext() {
        String lowered = LoweredText.of("""
                declare i64 @count(ptr)
                declare void @use(ptr)
                define void @run(ptr %p) {
                  %bytes = call i64 @count(ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 1) ]
                  call void @use(ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 %bytes, i64 3) ]
                  ret void
                }
                """);

        assertThat(lowered).contains("%bytes = call i64 @count(ptr %p.device)").contains(", i64 0, i64 %bytes");
    }

    /** The site stands in front of the call in the text, but behind it when the program runs. */
    @ParameterizedTest
    @EnumSource(Transfers.class)
    void theResultOfAMarkedCallIsTheDeviceOfAnEarlierSite(Transfers transfers) {
        String lowered = LoweredText.of(
                """
                declare i64 @choose(ptr)
                declare void @use(ptr)
                define void @run(ptr noalias %p, ptr noalias %q, i64 %times) {
                entry:
                  br label %choice
                work:
                  %i = phi i64 [ 0, %choice ], [ %next, %work ]
                  call void @use(ptr %p) [ "offload"(i1 false, i64 %device),
                    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                    "offload.map"(i32 0, i64 8, i64 3) ]
                  %next = add i64 %i, 1
                  %more = icmp ult i64 %next, %times
                  br i1 %more, label %work, label %end
                choice:
                  %device = call i64 @choose(ptr %q) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 1) ]
                  br label %work
                end:
                  ret void
                }
                """, OffloadOptions.builder().transfers(transfers).build());

        assertThat(lowered)
                .contains("%device = call i64 @choose(ptr %q.device)")
                .contains("icmp eq i64 %device, -1");
    }

    @Test
    void loweringTwiceIsLoweringOnce() {
        String once = LoweredText.of(SAXPY);

        assertThat(LoweredText.of(once)).isEqualTo(once);
    }

    @Test
    void moduleWithoutMarksStaysAsItIs() {
        String text = """
                declare void @f(ptr)
                define void @g(ptr %p) {
                  call void @f(ptr %p) [ "deopt"(i32 1) ]
                  ret void
                }
                """;

        for (Preset preset : Preset.values()) {
            assertThat(LoweredText.of(
                            text, OffloadOptions.builder().preset(preset).build()))
                    .as("%s", preset)
                    .endsWith("\n" + text.replace("define", "\ndefine"));
        }
    }

    @Test
    void bitcodeIsLoweredAsTextIs() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef text = ModuleReader.parse(context, SAXPY, "test.ll");
        LLVMModuleRef bitcode = ModuleReader.parse(context, ModuleWriter.bitcode(text), "test.ll");
        try {
            assertThat(Lowering.with(OffloadOptions.defaults()).lower(bitcode)).isEqualTo(1);
            assertThat(ModuleWriter.text(bitcode)).isEqualTo(LoweredText.of(SAXPY));
        } finally {
            LLVMDisposeModule(bitcode);
            LLVMDisposeModule(text);
            LLVMContextDispose(context);
        }
    }

    @Test
    void hostModeKeepsTheCallWithDeviceAddresses() {
        String lowered = LoweredText.of("""
                declare fastcc float @gemv(ptr, ptr, float)
                define float @run(ptr %a, ptr %x) {
                  %r = tail call fast fastcc nofpclass(nan) float @gemv(ptr noundef nonnull align 8 dereferenceable(24) %a, ptr nonnull %x, float 2.0) #0 [
                    "offload"(i1 true, i64 0),
                    "deopt"(i32 7),
                    "offload.map"(i32 0, i64 24, i64 3) ], !note !0
                  ret float %r
                }
                attributes #0 = { nounwind "mine"="kept" }
                !0 = !{!"kept"}
                """);

        assertThat(lowered)
                .contains("%r = call fast fastcc nofpclass(nan) float @gemv(ptr noundef %a.device, ptr nonnull %x,"
                        + " float 2.000000e+00) #6 [ \"deopt\"(i32 7) ], !note !1")
                .contains("attributes #6 = { nounwind \"mine\"=\"kept\" }")
                .contains("!1 = !{!\"kept\"}")
                .contains("ret float %r");
    }

    @Test
    void notailStays() {
        assertThat(LoweredText.of("""
                declare void @f()
                define void @run() {
                  notail call void @f() ["offload"(i1 true, i64 0)]
                  ret void
                }
                """)).contains("  notail call void @f()\n");
    }

    @Test
    void hostModeCallsThroughPointersAndAliases() {
        String lowered = LoweredText.of("""
                @other = alias void (ptr), ptr @real
                define void @real(ptr %p) {
                  ret void
                }
                define void @run(ptr %f, ptr %p) {
                  call void %f(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  call void @other(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  ret void
                }
                """);

        assertThat(lowered).contains("call void %f(ptr %p.device)").contains("call void @other(ptr %p.device");
    }

    @Test
    void kernelModeLaunchesTheNameOfAnAlias() {
        assertThat(LoweredText.of("""
                @other = alias void (), ptr @real
                define void @real() {
                  ret void
                }
                define void @run() {
                  call void @other() ["offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
                    "offload.block"(i32 1, i32 1, i32 1)]
                  ret void
                }
                """)).contains("@.other.region_id");
    }

    @Test
    void devicePointersAreNotMapped() {
        assertThat(LoweredText.of("""
                declare void @k(ptr)
                define void @run(ptr %p) {
                  call void @k(ptr %p) ["offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1),
                    "offload.block"(i32 1, i32 1, i32 1), "offload.device"(i32 0)]
                  ret void
                }
                """))
                .contains("__tgt_target_kernel")
                .doesNotContain("__tgt_target_data_begin_mapper");
    }

    @Test
    void callsThatAreAddedGetTheCallsLocationAndNames() {
        String lowered = LoweredText.of("""
                declare void @f(ptr)
                define void @run(ptr %x) !dbg !3 {
                  %x.addr = alloca ptr
                  store ptr %x, ptr %x.addr
                  %1 = load ptr, ptr %x.addr, !dbg !5
                  call void @f(ptr %1) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)], !dbg !5
                  ret void, !dbg !5
                }
                !llvm.dbg.cu = !{!1}
                !llvm.module.flags = !{!0}
                !0 = !{i32 2, !"Debug Info Version", i32 3}
                !1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
                !2 = !DIFile(filename: "main.c", directory: "/")
                !3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
                !4 = !DISubroutineType(types: !{null})
                !5 = !DILocation(line: 7, column: 5, scope: !3)
                """);

        assertThat(lowered)
                .contains("c\";main.c;run;7;5;;\\00\"")
                .contains("c\";x;main.c;7;5;;\\00\"")
                .containsPattern("__tgt_target_data_begin_mapper\\(.*\\), !dbg ![0-9]+")
                .containsPattern("call void @f\\(ptr %x\\.device\\), !dbg ![0-9]+")
                .containsPattern("__tgt_target_data_end_mapper\\(.*\\), !dbg ![0-9]+");
    }

    @Test
    void everyCallOfAModuleIsLoweredUnderOneRegistration() {
        String lowered = LoweredText.of("""
                declare void @f(ptr)
                define void @one(ptr %p) {
                  call void @f(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  call void @f(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  ret void
                }
                define void @two(ptr %p) {
                  call void @f(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  ret void
                }
                """);

        assertThat(lowered.split("call void @__tgt_target_data_begin_mapper", -1))
                .hasSize(4);
        assertThat(lowered.split("call void @__tgt_register_lib", -1)).hasSize(2);
    }

    @Test
    void fusedTransfersHoldForMarkedCalls() {
        assertThat(LoweredText.of(
                        SAXPY,
                        OffloadOptions.builder().transfers(Transfers.FUSED).build()))
                .doesNotContain("__tgt_target_data_begin_mapper")
                .contains("@.offload_launch");
    }

    @Test
    void callInAFuncletNamesItOnEveryCall() {
        String lowered = LoweredText.of("""
                declare i32 @__CxxFrameHandler3(...)
                declare void @may_throw()
                declare void @f(ptr)
                define void @run(ptr %p) personality ptr @__CxxFrameHandler3 {
                  invoke void @may_throw() to label %done unwind label %pad
                done:
                  ret void
                pad:
                  %cleanup = cleanuppad within none []
                  call void @f(ptr %p) ["funclet"(token %cleanup), "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 3)]
                  cleanupret from %cleanup unwind to caller
                }
                """);

        assertThat(lowered)
                .containsPattern(
                        "call i32 @omp_get_default_device\\(\\) [#0-9 ]*\\[ \"funclet\"\\(token %cleanup\\) \\]")
                .containsPattern("__tgt_target_data_begin_mapper\\(.*\\) \\[ \"funclet\"\\(token %cleanup\\) \\]")
                .contains("call void @f(ptr %p.device) [ \"funclet\"(token %cleanup) ]")
                .containsPattern("__tgt_target_data_end_mapper\\(.*\\) \\[ \"funclet\"\\(token %cleanup\\) \\]");
    }

    @Test
    void symbolInTheWayLeavesTheModuleAsItWas() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, """
                declare void @__tgt_target_data_begin_mapper(i32)
                declare void @f(ptr)
                define void @run(ptr %p) {
                  call void @f(ptr %p) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 8, i64 3)]
                  ret void
                }
                """, "test.ll");
        try {
            String before = ModuleWriter.text(module);

            assertThatThrownBy(() -> Lowering.with(OffloadOptions.defaults()).lower(module))
                    .isInstanceOf(OffloadException.class)
                    .hasMessageContaining("the module declares '__tgt_target_data_begin_mapper' as");
            assertThat(ModuleWriter.text(module)).isEqualTo(before);
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }
}
