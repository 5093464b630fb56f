package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMArrayTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAggregateElement;
import static org.bytedeco.llvm.global.LLVM.LLVMGetArrayLength2;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstUse;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMIsGlobalConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMSetGlobalConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Extends the arrays that LLVM gives a meaning to, such as {@code llvm.global_ctors}, and never replaces an element. */
public final class AppendingArrays {
    private AppendingArrays() {}

    /**
     * Appends elements to an array, which is made when the module has none.
     *
     * @return the array
     * @throws OffloadException when the module has the name with another element type, or something refers to the array
     */
    public static IrGlobal append(IrModule module, String name, IrType element, List<IrValue> added) {
        List<IrValue> elements = new ArrayList<>();
        Optional<IrGlobal> existing = module.findGlobal(name);
        existing.ifPresent(array -> {
            requireUnreferenced(array, name);
            elements.addAll(elements(array, name, element));
        });
        elements.addAll(added);

        IrType type = module.context().array(element, elements.size());
        IrGlobal extended = module.addGlobal("", type, Linkage.APPENDING)
                .initialized(module.context().constantArray(element, elements));
        existing.ifPresent(array -> takeOver(array, extended));
        LLVMSetValueName2(extended.value().raw(), name, name.length());
        return extended;
    }

    private static void takeOver(IrGlobal old, IrGlobal replacement) {
        LLVMValueRef ref = old.value().raw();
        LLVMSetGlobalConstant(replacement.value().raw(), LLVMIsGlobalConstant(ref));
        var section = LLVMGetSection(ref);
        if (!Handles.isNull(section)) {
            replacement.section(Utf8.decode(section));
        }
        LLVMDeleteGlobal(ref);
    }

    private static void requireUnreferenced(IrGlobal array, String name) {
        if (!Handles.isNull(LLVMGetFirstUse(array.value().raw()))) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "'" + name + "' cannot be extended, because something refers to it");
        }
    }

    private static List<IrValue> elements(IrGlobal array, String name, IrType element) {
        LLVMValueRef initializer = array.initializer();
        IrType type = Handles.isNull(initializer) ? element : new IrValue(initializer).type();
        if (type.kind() != LLVMArrayTypeKind || !type.sequenceElement().equals(element)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "the module's '" + name + "' is not an array of " + element);
        }
        List<IrValue> elements = new ArrayList<>();
        for (int i = 0; i < LLVMGetArrayLength2(type.raw()); i++) {
            elements.add(new IrValue(LLVMGetAggregateElement(initializer, i)));
        }
        return elements;
    }
}
