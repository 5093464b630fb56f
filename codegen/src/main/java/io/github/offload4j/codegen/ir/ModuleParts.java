package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobalAlias;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobalIFunc;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleInlineAsm;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedMetadataNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextGlobalAlias;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextGlobalIFunc;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;

import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What a module has beside functions and variables. */
public final class ModuleParts {
    private ModuleParts() {}

    /** Returns whether the module has a compile unit: information for a debugger. */
    public static boolean hasDebugInformation(IrModule module) {
        return LLVMGetNamedMetadataNumOperands(module.raw(), "llvm.dbg.cu") != 0;
    }

    /** Returns the first symbol that stands for another one: an alias, or a function that is chosen at load time. */
    public static Optional<IrValue> firstAlias(IrModule module) {
        LLVMValueRef alias = LLVMGetFirstGlobalAlias(module.raw());
        LLVMValueRef chosen = LLVMGetFirstGlobalIFunc(module.raw());
        return Stream.ofNullable(Handles.isNull(alias) ? chosen : alias)
                .filter(ref -> !Handles.isNull(ref))
                .map(IrValue::new)
                .findFirst();
    }

    /** Hides symbols that stand for others from the linker, so that those can go that nothing uses. */
    public static void hideAliases(IrModule module) {
        LLVMValueRef alias = LLVMGetFirstGlobalAlias(module.raw());
        while (!Handles.isNull(alias)) {
            LLVMSetLinkage(alias, LLVMInternalLinkage);
            alias = LLVMGetNextGlobalAlias(alias);
        }
        LLVMValueRef chosen = LLVMGetFirstGlobalIFunc(module.raw());
        while (!Handles.isNull(chosen)) {
            LLVMSetLinkage(chosen, LLVMInternalLinkage);
            chosen = LLVMGetNextGlobalIFunc(chosen);
        }
    }

    /** Returns whether the module has assembly outside of functions. */
    public static boolean hasAssembly(IrModule module) {
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer text = LLVMGetModuleInlineAsm(module.raw(), length);
            return !Handles.isNull(text) && length.get() > 0;
        }
    }
}
