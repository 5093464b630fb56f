package io.github.offload4j.irtests.misuse;

import static org.bytedeco.llvm.global.LLVM.LLVMAppendExistingBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBasicBlockInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEntryBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderAtEnd;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builders that stand nowhere, or elsewhere. */
final class PositionMisuseTest extends Misuse {
    private LLVMBuilderRef builder;

    @BeforeEach
    void makeBuilder() {
        builder = LLVMCreateBuilderInContext(module.context());
    }

    @AfterEach
    void disposeBuilder() {
        LLVMDisposeBuilder(builder);
    }

    private void assertPositionRefused(LLVMBuilderRef at, String message) {
        Refusal.assertRefused(
                module, Reason.POSITION, message, () -> module.offload().call(at, right().build()));
    }

    @Test
    void aBuilderWithoutPosition() {
        assertPositionRefused(builder, "the builder has no position; place it in a block of the module first");
    }

    @Test
    void aBlockOutsideAnyFunction() {
        LLVMBasicBlockRef block = LLVMCreateBasicBlockInContext(module.context(), "loose");
        LLVMPositionBuilderAtEnd(builder, block);

        assertPositionRefused(builder, "the builder stands in a block outside any function");

        LLVMAppendExistingBasicBlock(run.value(), block);
        LLVMDeleteBasicBlock(block);
    }

    @Test
    void aFunctionOfAnotherModule() {
        LLVMModuleRef other = ModuleReader.parse(module.context(), "define void @f() {\n  ret void\n}\n", "other");
        LLVMPositionBuilderAtEnd(builder, LLVMGetEntryBasicBlock(LLVMGetFirstFunction(other)));

        assertPositionRefused(builder, "the builder stands in a function of another module");

        LLVMDisposeModule(other);
    }

    @Test
    void aFunctionOfAnotherContext() {
        try (TestModule other = TestModule.create(options())) {
            other.define("void @run()");
            assertPositionRefused(other.builder(), "the builder stands in a function of another module");
        }
    }
}
