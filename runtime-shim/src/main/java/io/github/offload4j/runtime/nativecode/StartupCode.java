package io.github.offload4j.runtime.nativecode;

import static org.bytedeco.llvm.global.LLVM.LLVMConstIntGetZExtValue;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInitializer;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A module's constructors and destructors as two ordinary functions. The loader of a program runs the lists of a linked
 * one; a compiled module has nobody to do so, and LLVM's C interface does not offer it.
 */
public final class StartupCode {
    /** Runs the constructors in the order of their priorities. */
    public static final String START = "offload4j.jit.start";
    /** Runs the destructors. */
    public static final String STOP = "offload4j.jit.stop";

    private record Entry(long priority, LLVMValueRef function) {}

    private StartupCode() {}

    /** Replaces both lists, where the module has them. */
    public static void extract(IrModule module) {
        replace(module, "llvm.global_ctors", START);
        replace(module, "llvm.global_dtors", STOP);
    }

    private static void replace(IrModule module, String list, String name) {
        Optional<LLVMValueRef> global =
                module.findGlobal(list).map(g -> g.value().raw());
        if (global.isEmpty()) {
            return;
        }
        List<Entry> entries = entries(LLVMGetInitializer(global.get()));
        IrContext context = module.context();
        IrFunction function =
                module.addFunction(name, context.function(context.voidType(), List.of()), Linkage.EXTERNAL);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            for (Entry entry : entries) {
                builder.call(IrFunction.of(entry.function(), "constructor"), List.of(), "");
            }
            builder.returnVoid();
        }
        LLVMDeleteGlobal(global.get());
    }

    private static List<Entry> entries(LLVMValueRef array) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < LLVMGetNumOperands(array); i++) {
            LLVMValueRef entry = LLVMGetOperand(array, i);
            entries.add(new Entry(LLVMConstIntGetZExtValue(LLVMGetOperand(entry, 0)), LLVMGetOperand(entry, 1)));
        }
        // The sort is stable: equal priorities keep the list's order.
        entries.sort(Comparator.comparingLong(Entry::priority));
        return entries;
    }
}
