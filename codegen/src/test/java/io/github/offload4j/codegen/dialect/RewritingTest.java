package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What LLVM 20 reads in the place of what came after it. */
class RewritingTest {
    static String older(String newer) {
        ByteArrayOutputStream older = new ByteArrayOutputStream();
        NewerText.read(Content.of(newer.getBytes(UTF_8)), older::write);
        return older.toString(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declare i32 @f() nocreateundeforpoison nounwind | declare i32 @f()  nounwind",
                "attributes #1 = { nounwind nocreateundeforpoison } | attributes #1 = { nounwind  }",
                "declare void @f(ptr dead_on_return) | declare void @f(ptr )",
                "declare void @f(ptr noalias dead_on_return(16) nonnull) | declare void @f(ptr noalias  nonnull)",
                "declare ptr @f() sanitize_alloc_token | declare ptr @f()",
                "declare void @f(ptr captures(none)) | declare void @f(ptr nocapture)",
                "declare void @f(ptr captures( none ) %p) | declare void @f(ptr nocapture %p)",
            })
    void attributesThatPromiseMoreAreLeftOut(String newer, String older) {
        assertThat(older(newer).strip()).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errnomem: write | write, argmem: none, inaccessiblemem: none",
                "argmem: read, errnomem: write | write, argmem: read, inaccessiblemem: none",
                "read, errnomem: write | readwrite, argmem: read, inaccessiblemem: read",
                "readwrite, errnomem: none | readwrite",
                "target_mem0: read | none, inaccessiblemem: read",
                "argmem: readwrite, target_mem0: none, target_mem1: none | none, argmem: readwrite",
                "read, inaccessiblemem: none, target_mem0: none, target_mem1: none | read, inaccessiblemem: none",
                "read, inaccessiblemem: none, target_mem0: write | read, inaccessiblemem: readwrite",
                "inaccessiblemem: read, target_mem1: write | none, inaccessiblemem: readwrite",
            })
    void kindsOfMemoryThatAreNotToldApartGetWhatAnyOfThemHas(String newer, String older) {
        assertThat(older("declare void @f() memory(" + newer + ")"))
                .isEqualTo("declare void @f() memory(" + older + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call void @llvm.lifetime.start.p0(ptr %a) | call void @llvm.lifetime.start.p0(i64 -1, ptr %a)",
                "call void @llvm.lifetime.end.p5(ptr addrspace(5) nonnull %a) "
                        + "| call void @llvm.lifetime.end.p5(i64 -1, ptr addrspace(5) nonnull %a)",
                "declare void @llvm.lifetime.end.p0(ptr captures(none)) #1 "
                        + "| declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1",
                "call void @llvm.lifetime.end.p0(ptr poison) | call void @llvm.lifetime.end.p0(i64 -1, ptr poison)",
            })
    void lifetimeMarkersHoldForTheWholeObject(String newer, String older) {
        assertThat(older(newer)).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call <4 x float> @llvm.masked.load.v4f32.p0(ptr align 4 %p, <4 x i1> %m, <4 x float> poison) "
                        + "| call <4 x float> @llvm.masked.load.v4f32.p0(ptr %p, i32 4, <4 x i1> %m, <4 x float> poison)",
                "call <2 x i8> @llvm.masked.gather.v2i8.v2p0(<2 x ptr> align 1 %p, <2 x i1> %m, <2 x i8> zeroinitializer) "
                        + "| call <2 x i8> @llvm.masked.gather.v2i8.v2p0(<2 x ptr> %p, i32 1, <2 x i1> %m, <2 x i8> zeroinitializer)",
                "call void @llvm.masked.store.v2i8.p0(<2 x i8> <i8 1, i8 2>, ptr %p, <2 x i1> %m) "
                        + "| call void @llvm.masked.store.v2i8.p0(<2 x i8> <i8 1, i8 2>, ptr %p, i32 1, <2 x i1> %m)",
                "call void @llvm.masked.scatter.v2i8.v2p0(<2 x i8> %v, <2 x ptr> align 2 %p, <2 x i1> %m) "
                        + "| call void @llvm.masked.scatter.v2i8.v2p0(<2 x i8> %v, <2 x ptr> %p, i32 2, <2 x i1> %m)",
                "declare <4 x float> @llvm.masked.load.v4f32.p0(ptr captures(none), <4 x i1>, <4 x float>) "
                        + "| declare <4 x float> @llvm.masked.load.v4f32.p0(ptr nocapture, i32 immarg, <4 x i1>, <4 x float>)",
                "declare void @llvm.masked.scatter.v2i8.v2p0(<2 x i8>, <2 x ptr>, <2 x i1>) "
                        + "| declare void @llvm.masked.scatter.v2i8.v2p0(<2 x i8>, <2 x ptr>, i32 immarg, <2 x i1>)",
            })
    void alignmentsOfMaskedAccessesAreOperands(String newer, String older) {
        assertThat(older(newer)).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%c = ptrtoaddr ptr %a to i64 | %c = ptrtoint ptr %a to i64",
                "@g = global i64 ptrtoaddr (ptr @g to i64) | @g = global i64 ptrtoint (ptr @g to i64)",
                "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0) | call void @llvm.nvvm.barrier.n(i32 0)",
                "%p = call ptr @llvm.thread.pointer.p0() | %p = call ptr @llvm.thread.pointer()",
                "#dbg_declare_value(i32 %a, !7, !DIExpression(), !8) | ''",
            })
    void whatHasAnotherNameGetsTheOlderOne(String newer, String older) {
        assertThat(older(newer)).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "float f0x3F800000 | float 0x3FF0000000000000",
                "float f0x7FC00000 | float 0x7FF8000000000000",
                "float f0xFF800001 | float 0xFFF0000020000000",
                "float f0x00000001 | float 0x36A0000000000000",
                "double f0x400921FB54442D18 | double 0x400921FB54442D18",
                "half f0x3C00 | half 0xH3C00",
                "%a = fadd bfloat %b, f0x3F80 | %a = fadd bfloat %b, 0xR3F80",
            })
    void numbersAreSpeltAsTheirTypeWasBefore(String newer, String older) {
        assertThat(older(newer)).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64 | e-i64:64-i128:128-v16:16-v32:32-n16:32:64",
                "e-m:e-p:64:64-p6:32:32-p8:128:128:128:48-n32:64-S32-A5-G1-ni:7:8:9 "
                        + "| e-p:64:64-p6:32:32-p8:128:128-n32:64-S32-A5-G1-ni:7:8:9",
                "e-m:e-p270:32:32-i128:128-n8:16:32:64-S128 | e-m:e-p270:32:32-i128:128-n8:16:32:64-S128",
            })
    void layoutsOfDevicesAreThoseOfTheReadingLlvm(String newer, String older) {
        assertThat(older("target datalayout = \"" + newer + "\"")).isEqualTo("target datalayout = \"" + older + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!DILocation(line: 2, scope: !1, atomGroup: 1, atomRank: 2) | !DILocation(line: 2, scope: !1)",
                "!DILocation(atomGroup: 1, atomRank: 2, line: 2, scope: !1) | !DILocation(line: 2, scope: !1)",
                "!DILocation(line: 2, atomGroup: 1, scope: !1, atomRank: 2) | !DILocation(line: 2, scope: !1)",
                "!DISubprogram(name: \"f\", keyInstructions: true) | !DISubprogram(name: \"f\")",
                "!DISubprogram(name: \"f\", flags: DIFlagNameIsSimplified, keyInstructions: true) | !DISubprogram(name: \"f\")",
                "!DILabel(scope: !1, name: \"l\", file: !2, line: 3, column: 4, isArtificial: true) "
                        + "| !DILabel(scope: !1, name: \"l\", file: !2, line: 3)",
                "!DIBasicType(name: \"b\", size: 128, dataSize: 77, encoding: DW_ATE_signed) "
                        + "| !DIBasicType(name: \"b\", size: 128, encoding: DW_ATE_signed)",
                "!DICompositeType(name: \"e\", size: !DIExpression(DW_OP_lit0, DW_OP_lit1), bitStride: i32 4) "
                        + "| !DICompositeType(name: \"e\")",
                "!DICompositeType(name: \"e\", enumKind: DW_APPLE_ENUM_KIND_Closed, line: 1) "
                        + "| !DICompositeType(name: \"e\", line: 1)",
                "!DIDerivedType(name: \"m\", offset: !4, size: 8) | !DIDerivedType(name: \"m\", size: 8)",
                "!DISubrangeType(name: \"s\", size: 32, lowerBound: i64 1) | !DIBasicType(name: \"s\", size: 32)",
                "!DIFixedPointType(name: \"x\", size: 32, encoding: DW_ATE_signed_fixed, kind: Binary, factor: 4) "
                        + "| !DIBasicType(name: \"x\", size: 32, encoding: DW_ATE_signed_fixed)",
                "!DICompileUnit(sourceLanguageName: DW_LNAME_C, sourceLanguageVersion: 202311, file: !1) "
                        + "| !DICompileUnit(language: DW_LANG_C17, file: !1)",
                "!DICompileUnit(sourceLanguageName: DW_LNAME_C_plus_plus, sourceLanguageVersion: 201703, file: !1) "
                        + "| !DICompileUnit(language: DW_LANG_C_plus_plus_17, file: !1)",
                "!DICompileUnit(sourceLanguageName: DW_LNAME_Rust, file: !1) | !DICompileUnit(language: DW_LANG_Rust, file: !1)",
            })
    void fieldsOfDebugInformationAreLeftOut(String newer, String older) {
        assertThat(older("!0 = " + newer)).isEqualTo("!0 = " + older);
    }

    @Test
    void oneFlagOfSeveralIsLeftOut() {
        assertThat(older("!0 = !DISubprogram(flags: DIFlagPublic | DIFlagNameIsSimplified | DIFlagRValueReference)"))
                .isEqualTo("!0 = !DISubprogram(flags: DIFlagPublic | DIFlagRValueReference)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare void @f(ptr captures(address, read_provenance), ptr captures(ret: address, provenance))",
                "declare void @f(ptr initializes((0, 8)))",
                "%c = icmp samesign ult i32 %a, 4",
                "%c = trunc nuw nsw i32 %a to i8",
                "%c = getelementptr inbounds nuw i8, ptr %a, i64 4",
                "call void @llvm.lifetime.start.p0(i64 4, ptr %a)",
                "call void @llvm.masked.store.v2i8.p0(<2 x i8> %v, ptr %p, i32 1, <2 x i1> %m)",
                "declare void @f() memory(read, inaccessiblemem: none)",
                "!0 = !DILocation(line: 2, column: 3, scope: !1)",
                "!0 = !DIDerivedType(size: 8, offset: 16)",
                "target datalayout = \"e-i64:64-i128:128-v16:16-v32:32-n16:32:64\"",
            })
    void whatTheReadingLlvmKnowsStays(String text) {
        assertThat(Texts.read(text).isRewritten()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@s = constant [14 x i8] c\"dead_on_return\"",
                "; ptrtoaddr nocreateundeforpoison b8\n",
                "!0 = !{!\"captures(none)\"}",
                "define void @ptrtoaddr(ptr %dead_on_return) {\nb8:\n br label %sanitize_alloc_token\n}",
                "sanitize_alloc_token:\nsize: ; preds\ndialect:\n memory:\n f0x12:\n",
                "@\"captures(none)\" = global i32 0",
                "%b8 = type { i32 }",
                "call void @f() [ \"memory\"(i32 1) ]",
                "section \"atomGroup: 1\"",
            })
    void namesStringsCommentsAndLabelsStay(String text) {
        NewerText read = Texts.read(text);

        assertThat(read.isRewritten()).isFalse();
        assertThat(read.refusal()).isEmpty();
    }

    @Test
    void noteSaysWhatWasDoneAndHowOften() {
        NewerText text = Texts.read("declare void @f(ptr captures(none), ptr dead_on_return, ptr captures(none))");

        assertThat(text.note())
                .contains("read as text of a newer LLVM: 'dead_on_return' left out (1), 'captures(none)' called"
                        + " 'nocapture' (2)");
    }

    @Test
    void textOfTheReadingLlvmHasNoNote() {
        assertThat(Texts.read("declare void @f()").note()).isEmpty();
    }
}
