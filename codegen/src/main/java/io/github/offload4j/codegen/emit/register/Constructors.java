package io.github.offload4j.codegen.emit.register;

import io.github.offload4j.codegen.ir.AppendingArrays;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** {@code llvm.global_ctors}: the functions that run when a module is loaded. */
final class Constructors {
    private static final String NAME = "llvm.global_ctors";

    private Constructors() {}

    /**
     * Appends a function.
     *
     * @param priority those with lower ones run before
     * @return the module's list
     */
    static IrGlobal append(IrModule module, IrFunction function, int priority) {
        IrContext context = module.context();
        IrType element = context.struct(List.of(context.integer(Integer.SIZE), context.pointer(), context.pointer()));
        IrValue constructor = context.constantStruct(
                element, List.of(context.constant(Integer.SIZE, priority), function.value(), context.nullPointer()));
        return AppendingArrays.append(module, NAME, element, List.of(constructor));
    }
}
