package io.github.offload4j.codegen.helper;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.Optional;

/**
 * A function that a site calls in the place of the program's, with the same arguments, and that calls the program's. Unlike a
 * {@link Helper} it does to memory what that one does. A string attribute says whose place it takes.
 */
public final class Substitute {
    private static final String ATTRIBUTE = "offload4j-substitute";
    private static final String PREFIX = ".offload_call.";

    private Substitute() {}

    /** Adds one without blocks, which is never inlined and the module's own. */
    public static IrFunction add(IrModule module, IrFunction original) {
        IrType type = original.type();
        IrFunction function = module.addFunction(PREFIX + original.name(), type, Linkage.INTERNAL);
        IrContext context = module.context();
        Attributes.addToFunction(function, "noinline", context);
        Attributes.addText(function, ATTRIBUTE, original.name(), context);
        return function;
    }

    /** Returns whether a function is one. */
    public static boolean is(IrFunction function) {
        return Attributes.text(function, ATTRIBUTE).isPresent();
    }

    /** Returns what a call calls, in the end where that is a substitute; nothing where the call does not name a function. */
    public static Optional<IrFunction> calledBy(IrInstruction call) {
        return call.calledFunction()
                .map(function -> Attributes.text(function, ATTRIBUTE)
                        .flatMap(name -> function.instructions().stream()
                                .flatMap(inner -> inner.calledFunction().stream())
                                .filter(called -> called.name().equals(name))
                                .findFirst())
                        .orElse(function));
    }
}
