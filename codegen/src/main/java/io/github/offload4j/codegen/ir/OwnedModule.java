package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A module in a context of its own; {@link #close()} disposes of both. */
public final class OwnedModule implements AutoCloseable {
    private final LLVMContextRef context;
    private final LLVMModuleRef ref;
    private final IrModule module;
    private final Optional<String> note;

    private OwnedModule(LLVMContextRef context, ReadModule read) {
        this.context = context;
        this.ref = read.module();
        this.module = new IrModule(ref);
        this.note = read.note();
    }

    /**
     * Parses LLVM IR text or bitcode.
     *
     * @param name what messages call the input
     * @throws OffloadException with LLVM's words when the input does not parse, as {@link ModuleReader#read}
     */
    public static OwnedModule parse(byte[] input, String name) {
        LLVMContextRef context = LLVMContextCreate();
        try {
            return new OwnedModule(context, ModuleReader.read(context, input, name));
        } catch (RuntimeException e) {
            if (!(e instanceof OffloadException refused) || refused.reason() != Reason.LLVM) {
                LLVMContextDispose(context);
            }
            throw e;
        }
    }

    /** Returns the module. */
    public IrModule module() {
        return module;
    }

    /** Returns what was done to the input to read it, in words. */
    public Optional<String> note() {
        return note;
    }

    @Override
    public void close() {
        module.close();
        LLVMDisposeModule(ref);
        LLVMContextDispose(context);
    }
}
