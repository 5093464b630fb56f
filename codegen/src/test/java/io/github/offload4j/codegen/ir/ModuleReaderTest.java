package io.github.offload4j.codegen.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModuleReaderTest {
    private static final String DEBUG_INFORMATION = """
            !llvm.dbg.cu = !{!0}
            !0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
            !1 = !DIFile(filename: "a.c", directory: "")
            """;
    private static final String BROKEN = """
            define i32 @f(i1 %c) {
              br i1 %c, label %a, label %b

            a:
              %x = add i32 1, 2
              br label %b

            b:
              ret i32 %x
            }
            """;

    private final LLVMContextRef context = LLVM.LLVMContextCreate();

    @AfterEach
    void dispose() {
        LLVM.LLVMContextDispose(context);
    }

    private static String flags(String... flags) {
        StringBuilder text = new StringBuilder("!llvm.module.flags = !{");
        text.append(String.join(
                ", ", IntStream.range(0, flags.length).mapToObj(i -> "!1" + i).toList()));
        text.append("}\n");
        for (int i = 0; i < flags.length; i++) {
            text.append("!1" + i + " = " + flags[i] + "\n");
        }
        return text.toString();
    }

    private static final String KNOWN_VERSION = "!{i32 2, !\"Debug Info Version\", i32 3}";

    @Test
    void aBrokenModuleWithDebugInformationIsReadAndRefusedByTheVerifier() {
        LLVMModuleRef module =
                ModuleReader.parse(context, BROKEN + DEBUG_INFORMATION + flags(KNOWN_VERSION), "broken.ll");
        try (IrModule view = new IrModule(module)) {
            assertThatThrownBy(view::verify)
                    .isInstanceOf(OffloadException.class)
                    .hasMessageContaining("does not dominate all uses");
        }
        LLVMDisposeModule(module);
    }

    @Test
    void bitcodeOfABrokenModuleIsReadToo() {
        LLVMModuleRef module =
                ModuleReader.parse(context, BROKEN + DEBUG_INFORMATION + flags(KNOWN_VERSION), "broken.ll");
        byte[] bitcode = ModuleWriter.bitcode(module);
        LLVMDisposeModule(module);

        LLVMModuleRef again = ModuleReader.parse(context, bitcode, "broken.bc");

        try (IrModule view = new IrModule(again)) {
            assertThatThrownBy(view::verify).isInstanceOf(OffloadException.class);
        }
        LLVMDisposeModule(again);
    }

    @Test
    void aBrokenModuleFlagBesideDebugInformationIsForTheVerifierToo() {
        for (String flag : List.of(
                "!{i32 77, !\"other\", i32 1}",
                "!{!\"other\"}",
                "!{!0}",
                "!{}",
                "!{i32 1, null, i32 1}",
                "!{i32 1, i32 2, i32 3}")) {
            LLVMModuleRef module =
                    ModuleReader.parse(context, DEBUG_INFORMATION + flags(KNOWN_VERSION, flag), "flags.ll");
            try (IrModule view = new IrModule(module)) {
                assertThatThrownBy(view::verify).as(flag).isInstanceOf(OffloadException.class);
            }
            LLVMDisposeModule(module);
        }
    }

    @Test
    void debugInformationOfThisVersionIsKept() {
        assertThat(read(DEBUG_INFORMATION + flags(KNOWN_VERSION))).contains("DICompileUnit");
    }

    @Test
    void debugInformationOfAnotherVersionIsDropped() {
        for (String version : List.of("i32 2", "i128 18446744073709551619", "float 3.0", "!\"3\"", "null")) {
            assertThat(read(DEBUG_INFORMATION + flags("!{i32 2, !\"Debug Info Version\", " + version + "}")))
                    .as(version)
                    .doesNotContain("DICompileUnit");
        }
        assertThat(read(DEBUG_INFORMATION)).doesNotContain("DICompileUnit");
    }

    @Test
    void othersReadAsBefore() {
        read("");
        LLVMModuleRef module = new LLVMModuleRef();
        byte[] old = (DEBUG_INFORMATION + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var buffer = LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(
                new org.bytedeco.javacpp.BytePointer(old), old.length - 1, new org.bytedeco.javacpp.BytePointer("old"));

        assertThat(LLVM.LLVMParseIRInContext(context, buffer, module, new byte[1]))
                .isZero();

        assertThat(ModuleWriter.text(module)).as("LLVM drops it").doesNotContain("DICompileUnit");
        LLVMDisposeModule(module);
    }

    @Test
    void threadsReadAtTheSameTime() {
        String text = BROKEN + DEBUG_INFORMATION + flags(KNOWN_VERSION);
        assertThatCode(() -> IntStream.range(0, 64).parallel().forEach(i -> {
                    LLVMContextRef own = LLVM.LLVMContextCreate();
                    LLVMDisposeModule(ModuleReader.parse(own, text, "broken.ll"));
                    LLVM.LLVMContextDispose(own);
                }))
                .doesNotThrowAnyException();
    }

    private String read(String text) {
        LLVMModuleRef module = ModuleReader.parse(context, text, "debug.ll");
        try {
            return ModuleWriter.text(module);
        } finally {
            LLVMDisposeModule(module);
        }
    }
}
