package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddNamedMetadataOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleFlag;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAValueAsMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Module flags: the entries of {@code llvm.module.flags}. */
public final class ModuleFlags {
    private static final String NAME = "llvm.module.flags";

    private ModuleFlags() {}

    /** Returns the value of an integer flag, or nothing when the module has none with the key. */
    static OptionalLong integer(IrModule module, String key) {
        LLVMMetadataRef flag = LLVMGetModuleFlag(module.raw(), key, key.length());
        if (Handles.isNull(flag)) {
            return OptionalLong.empty();
        }
        LLVMValueRef value = LLVMMetadataAsValue(module.context().raw(), flag);
        if (Handles.isNull(LLVMIsAValueAsMetadata(value))) {
            return OptionalLong.empty();
        }
        try (PointerPointer<LLVMValueRef> constant = new PointerPointer<>(1)) {
            LLVMGetMDNodeOperands(value, constant);
            return new IrValue(constant.get(LLVMValueRef.class, 0)).constantInteger();
        }
    }

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
