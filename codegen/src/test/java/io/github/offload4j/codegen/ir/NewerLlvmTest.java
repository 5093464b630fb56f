package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What newer LLVMs write is read, or refused by name. */
class NewerLlvmTest {
    private static final String IDENTIFIED_22 = "\n!llvm.ident = !{!9}\n!9 = !{!\"Debian clang version 22.1.0 (1)\"}\n";
    private static final String WRITTEN_BY_22 =
            "; LLVM 22 wrote this input, and LLVM 20, which reads it here, may be too"
                    + " old for this; use a compiler built on LLVM 20, or take out what is newer\n";

    private LLVMContextRef context;

    @BeforeEach
    void open() {
        context = LLVMContextCreate();
    }

    @AfterEach
    void close() {
        LLVMContextDispose(context);
    }

    /** Reads and verifies a module, and returns it as LLVM prints it. */
    private String read(String text) {
        ReadModule read = ModuleReader.read(context, text.getBytes(UTF_8), "new.ll");
        try (IrModule view = new IrModule(read.module())) {
            view.verify();
            return ModuleWriter.text(read.module());
        } finally {
            LLVMDisposeModule(read.module());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare i32 @f() nocreateundeforpoison",
                "declare void @f(ptr dead_on_return)",
                "declare i32 @f() sanitize_alloc_token",
                "declare double @f(double) memory(errnomem: write)",
                "declare void @f() memory(target_mem0: read)",
                "declare void @f(ptr captures(address, read_provenance), ptr captures(ret: address, provenance))",
                "declare void @f(ptr initializes((0, 8)))",
                "define void @f() \"frame-pointer\"=\"non-leaf-no-reserve\" { ret void }",
                "define i64 @f(ptr %a) { %c = ptrtoaddr ptr %a to i64\n ret i64 %c }",
                "@g = global i64 ptrtoaddr (ptr @g to i64)",
                "define i1 @f(i32 %a) { %c = icmp samesign ult i32 %a, 4\n ret i1 %c }",
                "define i8 @f(i32 %a) { %c = trunc nuw nsw i32 %a to i8\n ret i8 %c }",
                "define ptr @f(ptr %a) { %c = getelementptr inbounds nuw i8, ptr %a, i64 4\n ret ptr %c }",
                "@g = global float f0x3F800000",
                "declare void @llvm.lifetime.start.p0(ptr captures(none))\n"
                        + "define void @f() { %a = alloca i8\n call void @llvm.lifetime.start.p0(ptr %a)\n ret void }",
                "declare <4 x float> @llvm.masked.load.v4f32.p0(ptr, <4 x i1>, <4 x float>)\n"
                        + "define <4 x float> @f(ptr %p, <4 x i1> %m) {\n"
                        + " %c = call <4 x float> @llvm.masked.load.v4f32.p0(ptr align 4 %p, <4 x i1> %m,"
                        + " <4 x float> zeroinitializer)\n ret <4 x float> %c }",
                "declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32)\n"
                        + "define void @f() { call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)\n ret void }",
                "!n = !{!0}\n!0 = !DIBasicType(name: \"b\", size: 128, dataSize: 77, encoding: DW_ATE_signed)",
                "!n = !{!0}\n!0 = !DISubrangeType(name: \"s\", size: 32, lowerBound: i64 1)",
                "!n = !{!0}\n!0 = !DIFixedPointType(name: \"s\", size: 32, kind: Binary, factor: 4)",
                "!n = !{!0}\n!0 = !DICompositeType(tag: DW_TAG_structure_type, size: !DIExpression(DW_OP_lit0))",
            })
    void isReadAndWellFormed(String text) {
        assertThat(read(text)).isNotEmpty();
    }

    @Test
    void debugInformationOfOptimisedCodeIsReadAndWellFormed() {
        String text = read("""
                define void @f(i32 %a) !dbg !4 {
                  #dbg_declare_value(i32 %a, !7, !DIExpression(), !8)
                  ret void, !dbg !8
                }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(sourceLanguageName: DW_LNAME_C, sourceLanguageVersion: 201112, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "k.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !4 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 1, type: !5, flags: DIFlagNameIsSimplified | DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0, keyInstructions: true)
                !5 = !DISubroutineType(types: !6)
                !6 = !{null}
                !7 = !DILocalVariable(name: "a", arg: 1, scope: !4, file: !1)
                !8 = !DILocation(line: 2, scope: !4, atomGroup: 1, atomRank: 2)
                """);

        assertThat(text)
                .contains("!DICompileUnit(language: DW_LANG_C11,")
                .contains("flags: DIFlagPrototyped,")
                .contains("!DILocation(line: 2, scope: ");
    }

    @ParameterizedTest
    @CsvSource({
        "llvm.clmul.i32, i32, 'i32, i32'",
        "llvm.sincospi.f64, '{ double, double }', double",
        "llvm.reloc.none, void, metadata",
        "llvm.vector.interleave3.v12i32, <12 x i32>, '<4 x i32>, <4 x i32>, <4 x i32>'",
        "llvm.vector.partial.reduce.add.v4i32.v16i32, <4 x i32>, '<4 x i32>, <16 x i32>'",
        "llvm.vector.splice.left.v4i32, <4 x i32>, '<4 x i32>, <4 x i32>, i32'",
        "llvm.made.up, void, ''",
    })
    void intrinsicThatCameLaterIsRefusedAtItsDeclaration(String name, String result, String parameters) {
        String declaration = "declare " + result + " @" + name + "(" + parameters + ")";

        assertThatThrownBy(() -> read("declare void @before()\n" + declaration + "\n"))
                .hasMessage("new.ll:2:" + (declaration.indexOf('@') + 1) + ": error: '" + name
                        + "' is no intrinsic of LLVM 20, which reads this; use a compiler built on LLVM 20, or do without"
                        + " it\n" + declaration + "\n" + " ".repeat(declaration.indexOf('@')) + "^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare void @llvm.memcpy.p0i8.p0i8.i64(ptr, ptr, i64, i1)",
                "declare <vscale x 4 x i32> @llvm.vector.splice.nxv4i32(<vscale x 4 x i32>, <vscale x 4 x i32>, i32)",
                "declare <4 x i32> @llvm.experimental.vector.splice.v4i32(<4 x i32>, <4 x i32>, i32)",
                "declare float @llvm.sqrt.f32(float)",
                "declare i32 @llvm.ctlz.i32(i32, i1)",
                "declare bfloat @llvm.fabs.bf16(bfloat)",
                "declare void @llvm.dbg.value(metadata, metadata, metadata)",
                "declare i32 @llvm.x86.sse42.crc32.32.8(i32, i8)",
                "declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()",
                "declare void @llvm.nvvm.barrier0()",
            })
    void intrinsicsOfThisVersionAndOlderNamesAreRead(String declaration) {
        assertThat(read(declaration)).isNotEmpty();
    }

    @Test
    void mistakeBehindARewritingIsShownWhereItStands() {
        assertThatThrownBy(() -> read("declare void @f(ptr captures(none), i8 oops)\n"))
                .hasMessage("""
                        new.ll:1:40: error: expected ')' at end of argument list
                        declare void @f(ptr captures(none), i8 oops)
                                                               ^""");
    }

    @Test
    void wordThatANewerLlvmWroteIsSaidToBePerhapsNewer() {
        assertThatThrownBy(() -> read("declare void @f() something_new" + IDENTIFIED_22))
                .hasMessageContaining(WRITTEN_BY_22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"define void @f() {\n  ret i32 %x\n}\n", "declare void @f(ptr %)\n", "@g = global i32\n"})
    void mistakeInTextOfANewerLlvmIsAMistake(String text) {
        assertThatThrownBy(() -> read(text + "@h = global i32 0" + IDENTIFIED_22))
                .hasMessageNotContaining("LLVM 22 wrote");
    }

    @Test
    void mistakesInTextOfThisVersionAreMistakes() {
        assertThat(NewerLlvm.advice("oops\n!0 = !{!\"clang version 20.1.7\"}".getBytes(UTF_8), "x:1:1: error: oops"))
                .isEmpty();
        assertThatThrownBy(() -> read("oops")).hasMessageStartingWith("new.ll:1:1: error: expected top-level entity\n");
    }

    @Test
    void textBeyondWhatIsUnderstoodIsCalledThat() {
        assertThatThrownBy(() -> read("declare void @f() something_new" + IDENTIFIED_22.replace("22.1", "24.1")))
                .hasMessageContaining("; LLVM 24 wrote this input, and LLVM 20, which reads it here, may be too old for"
                        + " this; inputs are read up to LLVM 23\n");
    }

    @Test
    void producerOfBitcodeIsNamed() {
        assertThat(NewerLlvm.advice(
                        new byte[0], "Unknown attribute kind (102) (Producer: 'LLVM22.1.0' Reader: 'LLVM 20.1.7')"))
                .hasValueSatisfying(advice -> assertThat(advice).startsWith("LLVM 22 wrote this input"));
    }

    @Test
    void noteSaysWhatWasDone() {
        ReadModule read =
                ModuleReader.read(context, "declare i32 @f() nocreateundeforpoison".getBytes(UTF_8), "new.ll");
        LLVMDisposeModule(read.module());

        assertThat(read.note()).contains("read as text of a newer LLVM: 'nocreateundeforpoison' left out (1)");
    }
}
