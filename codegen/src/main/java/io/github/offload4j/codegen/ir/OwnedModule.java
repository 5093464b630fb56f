package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A module in a context of its own; {@link #close()} disposes of both. */
public final class OwnedModule implements AutoCloseable {
    private final LLVMContextRef context;
    private final LLVMModuleRef ref;
    private final IrModule module;

    private OwnedModule(LLVMContextRef context, LLVMModuleRef ref) {
        this.context = context;
        this.ref = ref;
        this.module = new IrModule(ref);
    }

    /**
     * Parses LLVM IR text or bitcode.
     *
     * @param name what LLVM's messages call the input
     * @throws OffloadException with LLVM's words when the input does not parse
     */
    public static OwnedModule parse(byte[] input, String name) {
        LLVMContextRef context = LLVMContextCreate();
        try {
            return new OwnedModule(context, ModuleReader.parse(context, input, name));
        } catch (RuntimeException e) {
            LLVMContextDispose(context);
            throw e;
        }
    }

    /** Returns the module. */
    public IrModule module() {
        return module;
    }

    @Override
    public void close() {
        module.close();
        LLVMDisposeModule(ref);
        LLVMContextDispose(context);
    }
}
