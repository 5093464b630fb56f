package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCloneModule;
import static org.bytedeco.llvm.global.LLVM.LLVMConstIntGetZExtValue;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAggregateElement;
import static org.bytedeco.llvm.global.LLVM.LLVMGetArrayLength2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Turns {@code llvm.global_ctors} and {@code llvm.global_dtors} into entries of the sections {@code .init_array} and
 * {@code .fini_array}. A code generator set up through the C API writes the older {@code .ctors} instead, which GNU's
 * linker translates, and LLVM's drops.
 */
final class InitializerArrays {
    private static final String CONSTRUCTORS = "llvm.global_ctors";
    private static final String DESTRUCTORS = "llvm.global_dtors";
    private static final long DEFAULT_PRIORITY = 65535;
    private static final int POINTER_BYTES = 8;

    private InitializerArrays() {}

    /** Returns a copy of a module with the arrays turned, which the caller disposes of; nothing when it has none. */
    static Optional<LLVMModuleRef> turned(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            if (view.findGlobal(CONSTRUCTORS).isEmpty()
                    && view.findGlobal(DESTRUCTORS).isEmpty()) {
                return Optional.empty();
            }
        }
        LLVMModuleRef copy = LLVMCloneModule(module);
        try (IrModule view = new IrModule(copy)) {
            List<IrValue> kept = new ArrayList<>();
            view.findGlobal(CONSTRUCTORS).ifPresent(array -> kept.addAll(turn(view, array, ".init_array")));
            view.findGlobal(DESTRUCTORS).ifPresent(array -> kept.addAll(turn(view, array, ".fini_array")));
            if (!kept.isEmpty()) {
                AppendingArrays.append(view, "llvm.used", view.context().pointer(), kept)
                        .section("llvm.metadata");
            }
        }
        return Optional.of(copy);
    }

    private static List<IrValue> turn(IrModule module, IrGlobal array, String section) {
        List<IrValue> entries = new ArrayList<>();
        LLVMValueRef initializer = array.initializer();
        if (!Handles.isNull(initializer)) {
            long count = LLVMGetArrayLength2(new IrValue(initializer).type().raw());
            for (int i = 0; i < count; i++) {
                LLVMValueRef element = LLVMGetAggregateElement(initializer, i);
                long priority = LLVMConstIntGetZExtValue(LLVMGetAggregateElement(element, 0));
                IrValue function = new IrValue(LLVMGetAggregateElement(element, 1));
                if (!function.isNullConstant()) {
                    entries.add(entry(module, function, priority, section));
                }
            }
        }
        LLVMDeleteGlobal(array.value().raw());
        return entries;
    }

    private static IrValue entry(IrModule module, IrValue function, long priority, String section) {
        return module.addGlobal("", module.context().pointer(), Linkage.INTERNAL)
                .initialized(function)
                .section(priority == DEFAULT_PRIORITY ? section : section + "." + priority)
                .aligned(POINTER_BYTES)
                .value();
    }
}
