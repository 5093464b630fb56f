package io.github.offload4j.codegen.emit.register;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;

/**
 * {@code .offload_runtime_side}: finds out when the program starts whether it runs on libomptarget 23 or later, before any
 * module registers its images.
 *
 * <p>A linker that knows an older runtime may decide that a function which may be absent is, so the dynamic linker is asked as
 * well. That does not see what was loaded for one caller alone, as a compiler in this process does with a runtime; there the
 * reference is resolved.
 */
public final class RuntimeSide {
    private static final String NAME = ".offload_runtime_side";

    private RuntimeSide() {}

    /**
     * Adds the function to a module as a constructor.
     *
     * @param since23 where it puts 1 if that is so, an i64
     */
    public static void addConstructor(IrModule module, RuntimeDeclarations declarations, IrValue since23) {
        IrContext context = module.context();
        IrFunction function =
                module.addFunction(NAME, context.function(context.voidType(), List.of()), Linkage.INTERNAL);
        function.setSection(RuntimeConstants.STARTUP_SECTION);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            IrValue name = module.addText(".offload_text", RuntimeConstants.SINCE_23);
            IrValue found = builder.call(
                    declarations.get(RuntimeFunction.FIND_SYMBOL), List.of(context.nullPointer(), name), "found");
            IrValue there = builder.or(isThere(found, builder, context), isThere(reference(module), builder, context));
            IrValue number = builder.zeroExtend(there, context.integer(Long.SIZE));
            builder.store(number, since23, Long.BYTES);
            builder.returnVoid();
        }
        Constructors.append(module, function, RuntimeConstants.EARLY_CONSTRUCTOR_PRIORITY);
    }

    private static IrValue isThere(IrValue address, IrBuilder builder, IrContext context) {
        return builder.compare(Comparison.NOT_EQUAL, address, context.nullPointer(), "");
    }

    /** A module that calls the function has a declaration of its own. */
    private static IrValue reference(IrModule module) {
        IrContext context = module.context();
        return module.findFunction(RuntimeConstants.SINCE_23)
                .orElseGet(() -> module.addFunction(
                        RuntimeConstants.SINCE_23,
                        context.function(context.voidType(), List.of(context.pointer())),
                        Linkage.EXTERNAL_WEAK))
                .value();
    }
}
