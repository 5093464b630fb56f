package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddGlobalInAddressSpace;
import static org.bytedeco.llvm.global.LLVM.LLVMConstAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;
import static org.bytedeco.llvm.global.LLVM.LLVMReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMSetInitializer;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Variables that the threads of a block share: those in an address space of their own. */
public final class SharedMemory {
    /** The address space, on every GPU. */
    public static final int ADDRESS_SPACE = 3;

    /** The section that front ends put variables into which have no way to say the address space. */
    private static final String SECTION = "offload.shared";

    private SharedMemory() {}

    /** Returns whether the source puts a variable into the section, wherever it is. */
    public static boolean isMarked(IrGlobal variable) {
        return variable.section().equals(SECTION);
    }

    /** Returns whether a value is a variable, or an address, in shared memory. */
    public static boolean isShared(IrValue value) {
        return value.type().addressSpace().orElse(0) == ADDRESS_SPACE;
    }

    /** Puts a variable there that is elsewhere; whatever uses it uses its address as it did. */
    public static IrGlobal move(IrModule module, IrGlobal variable) {
        LLVMValueRef old = variable.value().raw();
        String name = variable.value().name();
        boolean defined = variable.isDefinition();
        variable.rename("");
        LLVMValueRef made =
                LLVMAddGlobalInAddressSpace(module.raw(), variable.contentType().raw(), name, ADDRESS_SPACE);
        LLVMSetLinkage(made, (defined ? Linkage.INTERNAL : Linkage.EXTERNAL).code());
        LLVMSetAlignment(made, LLVMGetAlignment(old));
        if (defined) {
            LLVMSetInitializer(made, variable.initializer());
        }
        LLVMReplaceAllUsesWith(
                old, LLVMConstAddrSpaceCast(made, module.context().pointer().raw()));
        LLVMDeleteGlobal(old);
        return new IrGlobal(new IrValue(made));
    }

    /** Forgets the initial value of a variable if it is zero: the memory begins with anything. */
    public static void forgetZero(IrGlobal variable, IrContext context) {
        if (variable.isDefinition() && LLVMIsNull(variable.initializer()) != 0) {
            variable.initialized(context.poison(variable.contentType()));
        }
    }
}
