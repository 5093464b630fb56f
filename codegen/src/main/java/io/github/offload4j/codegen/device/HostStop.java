package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;
import java.util.Optional;

/** Ends a program on the host with a message, by functions of the C library. */
final class HostStop {
    private static final String LOCAL_SUFFIX = ".local";

    private final IrModule module;
    private final IrContext context;

    HostStop(IrModule module) {
        this.module = module;
        this.context = module.context();
    }

    /** Emits what says why, and ends; control does not come behind it. */
    void emit(String why, IrBuilder builder) {
        String text = "offload4j: error: " + why + "\n";
        IrValue message = module.addText(".offload_message", text);
        builder.call(
                declare(
                        RuntimeFunction.WRITE,
                        context.integer(64),
                        List.of(context.integer(32), context.pointer(), context.integer(64))),
                List.of(
                        context.constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR),
                        message,
                        context.constant(Long.SIZE, text.getBytes(UTF_8).length)),
                "");
        builder.call(declare(RuntimeFunction.ABORT, context.voidType(), List.of()), List.of(), "");
        builder.unreachable();
    }

    /** Returns the C library's function. */
    IrFunction declare(RuntimeFunction function, IrType result, List<IrType> parameters) {
        IrType type = context.function(result, parameters);
        Optional<IrFunction> known = module.findFunction(function.symbol());
        if (known.isPresent()
                && known.get().isDeclaration()
                && known.get().type().equals(type)) {
            return known.get();
        }
        // The user's own function of this name is local, and can have another one.
        known.ifPresent(other -> other.rename(function.symbol() + LOCAL_SUFFIX));
        return module.addFunction(function.symbol(), type, Linkage.EXTERNAL);
    }
}
