package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddNamedMetadataOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleFlag;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;

/** Module flags: the entries of {@code llvm.module.flags}. */
public final class ModuleFlags {
    private static final String NAME = "llvm.module.flags";

    private ModuleFlags() {}

    /**
     * Adds an integer flag unless the module has one with the key.
     *
     * @param behavior LLVM's number for what merging modules does with the flag
     */
    public static void addIfAbsent(IrModule module, int behavior, String key, int value) {
        if (!Handles.isNull(LLVMGetModuleFlag(module.raw(), key, key.length()))) {
            return;
        }
        IrContext context = module.context();
        // LLVMAddModuleFlag cannot express every behaviour, so the node is built by hand.
        try (PointerPointer<Pointer> fields = new PointerPointer<>(3)) {
            fields.put(
                    0,
                    LLVMValueAsMetadata(context.constant(Integer.SIZE, behavior).raw()));
            fields.put(1, LLVMMDStringInContext2(context.raw(), key, key.length()));
            fields.put(
                    2, LLVMValueAsMetadata(context.constant(Integer.SIZE, value).raw()));
            LLVMMetadataRef node = LLVMMDNodeInContext2(context.raw(), fields, 3);
            LLVMAddNamedMetadataOperand(module.raw(), NAME, LLVMMetadataAsValue(context.raw(), node));
        }
    }
}
