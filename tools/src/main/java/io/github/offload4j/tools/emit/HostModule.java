package io.github.offload4j.tools.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMModuleCreateWithNameInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSourceFileName;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A module that is made here, and the context that it lives in; both are freed by {@link #close()}. */
public final class HostModule implements AutoCloseable {
    private final LLVMContextRef context;
    private final LLVMModuleRef module;
    private final boolean targetKnown;
    private boolean abandoned;
    private List<TransferRemark> remarks = List.of();

    /**
     * Makes an empty module. It gets a data layout when LLVM knows the target.
     *
     * @param sourceFile what {@code source_filename} says
     * @param triple the target's triple
     */
    HostModule(String sourceFile, String triple) {
        this.context = LLVMContextCreate();
        try (BytePointer name = utf8(sourceFile);
                BytePointer target = utf8(triple)) {
            this.module = LLVMModuleCreateWithNameInContext(name, context);
            LLVMSetSourceFileName(module, name, name.capacity() - 1);
            LLVMSetTarget(module, target);
        }
        this.targetKnown = applyLayout(triple);
    }

    private boolean applyLayout(String triple) {
        try (TargetMachine machine = TargetMachine.of(triple)) {
            machine.apply(module);
            return true;
        } catch (OffloadException unknownTarget) {
            return false;
        }
    }

    /** Returns whether LLVM knows the target, so that sizes are those of the target and not LLVM's defaults. */
    boolean isTargetKnown() {
        return targetKnown;
    }

    void setRemarks(List<TransferRemark> all) {
        remarks = List.copyOf(all);
    }

    /** Returns what became of the transfers of each site, when they are resident. */
    public List<TransferRemark> remarks() {
        return remarks;
    }

    /** Returns the module, which stays this object's. */
    public LLVMModuleRef raw() {
        return module;
    }

    /** Names a function's parameter. */
    static void nameParameter(IrFunction function, int index, String name) {
        try (BytePointer text = utf8(name)) {
            LLVMSetValueName2(function.parameter(index).raw(), text, text.capacity() - 1);
        }
    }

    private static BytePointer utf8(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new BytePointer(Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** Leaves the module where it is, because LLVM gave up in the middle of it. */
    public void abandon() {
        abandoned = true;
    }

    @Override
    public void close() {
        if (abandoned) {
            return;
        }
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
