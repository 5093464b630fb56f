package io.github.offload4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDataLayoutStr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMModuleCreateWithNameInContext;

import io.github.offload4j.codegen.ir.TargetMachine;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;

class HostTargetTest {
    @Test
    void aModuleGetsTheTripleAndTheLayoutOfThisMachine() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = LLVMModuleCreateWithNameInContext("m", context);
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            HostTarget.applyTo(module);

            assertThat(LLVMGetTarget(module).getString()).isEqualTo(machine.triple());
            assertThat(LLVMGetDataLayoutStr(module).getString()).isEqualTo(machine.dataLayout());
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    @Test
    void noModule() {
        assertThatThrownBy(() -> HostTarget.applyTo(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("module is null");
    }
}
