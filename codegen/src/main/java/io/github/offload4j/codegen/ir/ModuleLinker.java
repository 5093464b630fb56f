package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetDataLayoutStr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkModules2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTarget;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Links one module into another. */
public final class ModuleLinker {
    private ModuleLinker() {}

    /**
     * Links text or bitcode into a module. Of what has link-once linkage only that comes which the module refers to.
     *
     * @throws OffloadException when the input does not parse, or does not fit the module
     */
    public static void link(IrModule module, byte[] input) {
        LLVMModuleRef source = ModuleReader.parse(module.context().raw(), input, "linked module");
        // LLVM warns when these differ in spelling, and both are for this machine.
        LLVMSetTarget(source, LLVMGetTarget(module.raw()));
        LLVMSetDataLayout(source, LLVMGetDataLayoutStr(module.raw()));
        try (DiagnosticLog log = DiagnosticLog.unlessCollected(module.raw())) {
            if (LLVMLinkModules2(module.raw(), source) != 0) {
                throw new OffloadException(
                        Reason.SYMBOL_CONFLICT,
                        log.errors().isEmpty()
                                ? "a symbol of the linked module is taken"
                                : String.join("; ", log.errors()));
            }
        }
    }
}
