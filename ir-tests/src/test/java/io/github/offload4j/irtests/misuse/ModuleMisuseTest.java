package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that are used too late, or contain what cannot be reconciled. */
final class ModuleMisuseTest extends Misuse {
    @Test
    void aSiteAfterFinish() {
        module.finish();
        assertRefused(
                right(),
                Reason.STATE,
                "the offload module is finished; finish comes once, after the last site and image");
    }

    @Test
    void finishTwice() {
        module.call(right());
        module.finish();
        Refusal.assertRefused(
                module,
                Reason.STATE,
                "the offload module is finished; finish comes once, after the last site and image",
                () -> module.offload().finish());
    }

    @Test
    void aSiteAfterClose() {
        module.offload().close();
        assertRefused(right(), Reason.STATE, "the offload module is closed; close it after everything else");
    }

    @Test
    void residentTransfersOfAFunctionWithoutAnEnd() {
        OffloadOptions resident =
                OffloadOptions.builder().transfers(Transfers.RESIDENT).build();
        try (TestModule open = TestModule.create(resident)) {
            TestFunction run = open.define("void @run(ptr nonnull %x)");
            open.call(kernel().map(run.parameter("x"), Access.TO, Extent.bytes(8)));
            Refusal.assertRefused(
                    open,
                    Reason.STATE,
                    "function 'run' has a block without an end; resident transfers need whole functions, so finish the"
                            + " function before the module",
                    () -> open.offload().finish());
            open.returnVoid();
            assertThatCode(() -> open.offload().finish()).doesNotThrowAnyException();
        }
    }

    @Test
    void finishAfterClose() {
        module.offload().close();
        Refusal.assertRefused(
                module,
                Reason.STATE,
                "the offload module is closed; close it after everything else",
                () -> module.offload().finish());
    }

    @Test
    void closingTwiceDoesNothing() {
        module.offload().close();
        assertThatCode(() -> module.offload().close()).doesNotThrowAnyException();
    }

    @Test
    void aSecondRegistrationOfOneModule() {
        module.call(right());
        module.finish();
        try (OffloadModule again = OffloadModule.attach(module.raw(), options())) {
            TestFunction other = module.define("void @other(ptr nonnull %x)");
            again.call(
                    module.builder(),
                    kernel().map(other.parameter("x"), Access.TO, Extent.bytes(8))
                            .build());
            module.returnVoid();
            Refusal.assertRefused(
                    Reason.STATE,
                    "the module already registers itself ('.omp_offloading.descriptor'); add every site before it is"
                            + " finished",
                    again::finish);
        }
    }

    @Test
    void aTargetOf32Bits() {
        String text = """
            target datalayout = "e-m:e-p:32:32-i64:64-n8:16:32"
            target triple = "i686-unknown-linux-gnu"
            """;
        try (TestModule small = TestModule.read(text)) {
            Refusal.assertRefused(
                    Reason.RUNTIME_ABI,
                    "the module's pointers have 4 bytes; the offload runtime exists for 64-bit targets only",
                    small::offload);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare void @__tgt_target_kernel()",
                "declare i32 @__tgt_target_data_begin_mapper(ptr)",
                "declare i64 @__tgt_target_data_end_mapper(ptr)",
                "declare i64 @omp_get_default_device()",
                "declare i32 @write(i32)",
                "@abort = external global i32",
                "@write = ifunc i64 (i32, ptr, i64), ptr @choose define internal ptr @choose() { ret ptr null }",
            })
    void aSymbolOfTheRuntimeWithAnotherType(String declaration) {
        try (TestModule taken = TestModule.parse(options(), declaration)) {
            TestFunction function = taken.define("void @run(ptr nonnull %x)");
            String symbol = declaration.substring(declaration.indexOf('@') + 1).replaceFirst("\\W.*", "");
            Refusal.assertConflict(
                    taken, symbol, () -> taken.call(kernel().map(function.parameter("x"), Access.TO, Extent.bytes(8))));
        }
    }

    @Test
    void aDeclarationOfAnotherTypeForRustc() {
        OffloadOptions rustc = OffloadOptions.builder().preset(Preset.RUSTC).build();
        try (TestModule taken = TestModule.parse(rustc, "declare void @__tgt_target_kernel()")) {
            Refusal.assertRefused(
                    Reason.SYMBOL_CONFLICT,
                    "the module declares '__tgt_target_kernel' as void (), the runtime has it as"
                            + " i32 (ptr, i64, i32, i32, ptr, ptr)",
                    taken::offload);
        }
    }

    @Test
    void constructorsOfAnotherType() {
        String text = "@llvm.global_ctors = appending global [1 x ptr] [ptr null]\n";
        assertFinishRefused(
                text, Reason.SYMBOL_CONFLICT, "the module's 'llvm.global_ctors' is not an array of { i32, ptr, ptr }");
    }

    @Test
    void constructorsThatSomethingRefersTo() {
        String text = """
            @llvm.global_ctors = appending global [0 x { i32, ptr, ptr }] zeroinitializer
            @alias = internal global ptr @llvm.global_ctors
            """;
        assertFinishRefused(
                text, Reason.SYMBOL_CONFLICT, "'llvm.global_ctors' cannot be extended, because something refers to it");
    }

    private void assertFinishRefused(String text, Reason reason, String message) {
        try (TestModule taken = TestModule.parse(options(), text)) {
            TestFunction function = taken.define("void @run(ptr nonnull %x)");
            taken.call(kernel().map(function.parameter("x"), Access.TO, Extent.bytes(8)));
            Refusal.assertRefused(reason, message, taken::finish);
        }
    }

    @Test
    void aValueThatDoesNotReachTheSite() {
        String text = """
            define void @late(i64 %bits) {
            entry:
              br label %exit

            exit:
              %p = inttoptr i64 %bits to ptr
              ret void
            }
            """;
        try (TestModule late = TestModule.parse(options(), text)) {
            TestFunction function = late.function("late");
            late.beforeEndOf(function.block("entry"));
            late.call(kernel().devicePointer(function.instruction("p")));
            assertThatThrownBy(late::finish)
                    .hasMessageStartingWith("the module is not well formed: Instruction does not dominate all uses!");
        }
    }
}
