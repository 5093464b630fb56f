package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;

import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader is told of inputs that a newer LLVM wrote. */
class NewerLlvmTest {
    private LLVMContextRef context;

    @BeforeEach
    void open() {
        context = LLVMContextCreate();
    }

    @AfterEach
    void close() {
        LLVMContextDispose(context);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dead_on_return        | declare void @f(ptr dead_on_return)",
                "nocreateundeforpoison | declare void @f() nocreateundeforpoison",
                "errnomem              | declare void @f() memory(errnomem: write)",
                "DISubrangeType        | !0 = !DISubrangeType(name: \"x\", size: 32)",
                "sourceLanguageName    | !0 = distinct !DICompileUnit(sourceLanguageName: DW_LNAME_C, file: !1)",
            })
    void wordThatCameLaterIsNamed(String word, String text) {
        assertThatThrownBy(() -> ModuleReader.parse(context, text, "new.ll"))
                .hasMessageContaining(
                        "; this input was written by LLVM 21 or later, and LLVM 20, which reads it here, does not"
                                + " know '" + word
                                + "'; use a compiler built on LLVM 20 or older, or take out what is newer\n");
    }

    @Test
    void writerIsNamedWhereTheInputSaysIt() {
        String text = """
                declare void @f() something_new
                !llvm.ident = !{!0}
                !0 = !{!"Debian clang version 22.1.0 (1)"}
                """;

        assertThatThrownBy(() -> ModuleReader.parse(context, text, "new.ll"))
                .hasMessageContaining("; LLVM 22 wrote this input, and LLVM 20 reads it here;");
    }

    @Test
    void producerOfBitcodeIsNamed() {
        assertThat(NewerLlvm.advice(
                        new byte[0], "Unknown attribute kind (102) (Producer: 'LLVM22.1.0' Reader: 'LLVM 20.1.7')"))
                .hasValueSatisfying(advice -> assertThat(advice).startsWith("LLVM 22 wrote this input"));
    }

    @Test
    void mistakesInTextOfThisVersionAreMistakes() {
        assertThat(NewerLlvm.advice("oops\n!0 = !{!\"clang version 20.1.7\"}".getBytes(UTF_8), "x:1:1: error: oops"))
                .isEmpty();
        assertThatThrownBy(() -> ModuleReader.parse(context, "oops", "old.ll"))
                .hasMessageStartingWith("old.ll:1:1: error: expected top-level entity\n");
    }
}
