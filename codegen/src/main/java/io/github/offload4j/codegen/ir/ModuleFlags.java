package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddNamedMetadataOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDString;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedMetadataNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedMetadataOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Module flags: the entries of {@code llvm.module.flags}. */
public final class ModuleFlags {
    private static final String NAME = "llvm.module.flags";

    /** What merging does, the key, and the value. */
    private static final int FIELDS = 3;

    private ModuleFlags() {}

    /** Returns the value of an integer flag, or nothing when the module has none with the key. */
    public static OptionalLong integer(IrModule module, String key) {
        return find(module, key).map(IrValue::constantInteger).orElse(OptionalLong.empty());
    }

    /**
     * Finds a flag, also in a module that is not well formed: LLVM's own search takes every entry of the list for a flag.
     */
    private static Optional<IrValue> find(IrModule module, String key) {
        int count = LLVMGetNamedMetadataNumOperands(module.raw(), NAME);
        try (PointerPointer<LLVMValueRef> flags = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetNamedMetadataOperands(module.raw(), NAME, flags);
            for (int i = 0; i < count; i++) {
                LLVMValueRef flag = flags.get(LLVMValueRef.class, i);
                if (LLVMGetMDNodeNumOperands(flag) == FIELDS) {
                    Optional<IrValue> value = valueOf(flag, key);
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<IrValue> valueOf(LLVMValueRef flag, String key) {
        try (PointerPointer<LLVMValueRef> fields = new PointerPointer<>(FIELDS);
                IntPointer length = new IntPointer(1)) {
            LLVMGetMDNodeOperands(flag, fields);
            LLVMValueRef name = fields.get(LLVMValueRef.class, 1);
            LLVMValueRef value = fields.get(LLVMValueRef.class, 2);
            if (Handles.isNull(name) || Handles.isNull(value)) {
                return Optional.empty();
            }
            BytePointer text = LLVMGetMDString(name, length);
            boolean found =
                    !Handles.isNull(text) && Utf8.decode(text, length.get()).equals(key);
            return found ? Optional.of(new IrValue(value)) : Optional.empty();
        }
    }

    /**
     * Adds an integer flag unless the module has one with the key.
     *
     * @param behavior LLVM's number for what merging modules does with the flag
     */
    public static void addIfAbsent(IrModule module, int behavior, String key, int value) {
        if (find(module, key).isPresent()) {
            return;
        }
        IrContext context = module.context();
        // LLVMAddModuleFlag cannot express every behaviour, so the node is built by hand.
        try (PointerPointer<Pointer> fields = new PointerPointer<>(FIELDS)) {
            fields.put(
                    0,
                    LLVMValueAsMetadata(context.constant(Integer.SIZE, behavior).raw()));
            fields.put(1, LLVMMDStringInContext2(context.raw(), key, key.length()));
            fields.put(
                    2, LLVMValueAsMetadata(context.constant(Integer.SIZE, value).raw()));
            LLVMMetadataRef node = LLVMMDNodeInContext2(context.raw(), fields, FIELDS);
            LLVMAddNamedMetadataOperand(module.raw(), NAME, LLVMMetadataAsValue(context.raw(), node));
        }
    }
}
