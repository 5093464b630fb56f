package io.github.offload4j.runtime.jit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.OwnedModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightCodeTest {
    private static final String DECLARED = """
            declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
            declare void @.offload_check.v1(i32)
            declare void @other()
            """;

    private static final String LAUNCH =
            "%r = call i32 @__tgt_target_kernel(ptr null, i64 -1, i32 1, i32 1, ptr null, ptr null)";

    private static boolean isHastened(String attributes, String body) {
        String text = DECLARED + "define void @f(i1 %c) " + attributes + " {\n" + body + "\n}\n";
        try (OwnedModule module = OwnedModule.parse(text.getBytes(UTF_8), "program")) {
            StraightCode.hasten(module.module());
            module.module().verify();
            return Attributes.onFunction(module.module().findFunction("f").orElseThrow(), "optnone");
        }
    }

    @Test
    void aLongBlockOfOneIsCutBehindItsStackSlots() {
        String body = "%a = alloca i32\n" + "call void @other()\n".repeat(700) + "%b = alloca i32\n"
                + "call void @.offload_check.v1(i32 0)\n".repeat(1300) + "ret void";
        String text = DECLARED + "define void @f() {\n" + body + "\n}\n";
        try (OwnedModule module = OwnedModule.parse(text.getBytes(UTF_8), "program")) {
            StraightCode.hasten(module.module());
            module.module().verify();
            IrFunction function = module.module().findFunction("f").orElseThrow();
            assertThat(function.blocks())
                    .extracting(block -> block.instructions().size())
                    .containsExactly(1 + 700 + 1 + 511 + 1, 512 + 1, 277 + 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|''|" + LAUNCH + " ret void",
                "true|''|call void @.offload_check.v1(i32 0) ret void",
                "true|noinline|" + LAUNCH + " br i1 %c, label %a, label %b a: br label %b b: ret void",
                "false|''|call void @other() ret void",
                "false|''|" + LAUNCH + " br label %a a: br i1 %c, label %a, label %b b: ret void",
                "false|''|br label %a a: br label %b b: " + LAUNCH + " br i1 %c, label %a, label %d d: ret void",
                "false|alwaysinline|" + LAUNCH + " ret void",
                "false|minsize|" + LAUNCH + " ret void",
            })
    void aFunctionIsThatCallsTheRuntimeAndHasNoLoop(boolean hastened, String attributes, String body) {
        assertThat(isHastened(
                        attributes,
                        body.replace(" ret", "\nret")
                                .replace(" br", "\nbr")
                                .replace(": ", ":\n")
                                .replaceAll("(br label %\\w|label %\\w, label %\\w) ", "$1\n")))
                .isEqualTo(hastened);
    }
}
