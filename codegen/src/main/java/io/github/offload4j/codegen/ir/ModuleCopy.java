package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A copy of a module in a context of its own, for trying something that may fail half-way. */
public final class ModuleCopy implements AutoCloseable {
    private final LLVMContextRef context;
    private final LLVMModuleRef module;

    /**
     * Copies a module.
     *
     * @param original a module that LLVM's verifier accepts
     */
    public ModuleCopy(LLVMModuleRef original) {
        byte[] bitcode = ModuleWriter.bitcode(original);
        this.context = LLVMContextCreate();
        try {
            this.module = ModuleReader.parse(context, bitcode, "copy");
        } catch (RuntimeException e) {
            LLVMContextDispose(context);
            throw e;
        }
    }

    /** Returns the native handle of the copy. */
    public LLVMModuleRef raw() {
        return module;
    }

    /** Disposes of the copy. */
    @Override
    public void close() {
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
