package io.github.offload4j.codegen.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        for (LLVMValueRef flag : MetadataNodes.named(module, NAME)) {
            List<LLVMValueRef> fields = MetadataNodes.operands(flag);
            if (fields.size() == FIELDS
                    && !Handles.isNull(fields.get(2))
                    && MetadataNodes.text(fields.get(1)).filter(key::equals).isPresent()) {
                return Optional.of(new IrValue(fields.get(2)));
            }
        }
        return Optional.empty();
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
        MetadataNodes.append(
                module,
                NAME,
                List.of(
                        MetadataNodes.of(behavior, context),
                        MetadataNodes.of(key, context),
                        MetadataNodes.of(value, context)));
    }
}
