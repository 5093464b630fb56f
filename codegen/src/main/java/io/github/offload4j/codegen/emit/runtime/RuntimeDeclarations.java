package io.github.offload4j.codegen.emit.runtime;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declarations of the functions that emitted code calls, made when first needed. */
public final class RuntimeDeclarations {
    private final IrModule module;
    private final RuntimeTypes types;
    private final Map<RuntimeFunction, IrFunction> declared = new EnumMap<>(RuntimeFunction.class);

    /** Makes the declarations of one module. */
    public RuntimeDeclarations(IrModule module, RuntimeTypes types) {
        this.module = module;
        this.types = types;
    }

    /**
     * Returns the declaration, the module's own when it has one.
     *
     * @throws OffloadException when the module has the symbol with another type
     */
    public IrFunction get(RuntimeFunction function) {
        return declared.computeIfAbsent(function, this::declare);
    }

    /**
     * Checks that the module has each symbol as the runtime does, or not at all.
     *
     * @throws OffloadException when the module has one of them with another type
     */
    public void check(Set<RuntimeFunction> functions) {
        for (RuntimeFunction function : functions) {
            Optional<IrFunction> existing = module.findFunction(function.symbol());
            if (existing.isPresent()) {
                requireType(existing.get(), type(function));
            } else if (module.hasSymbol(function.symbol())) {
                throw new OffloadException(
                        Reason.SYMBOL_CONFLICT,
                        "the module has '" + function.symbol() + "', a function of the runtime, as something else");
            }
        }
    }

    private IrType type(RuntimeFunction function) {
        IrType result = types.of(function.result());
        List<IrType> parameters = function.parameters().stream().map(types::of).toList();
        return function.isVariadic()
                ? module.context().variadicFunction(result, parameters)
                : module.context().function(result, parameters);
    }

    private IrFunction declare(RuntimeFunction function) {
        IrType type = type(function);
        Optional<IrFunction> existing = module.findFunction(function.symbol());
        if (existing.isPresent()) {
            requireType(existing.get(), type);
            return existing.get();
        }
        IrFunction declaration = module.addFunction(function.symbol(), type, Linkage.EXTERNAL);
        if (function.nounwind()) {
            Attributes.addToFunction(declaration, "nounwind", module.context());
        }
        return declaration;
    }

    private static void requireType(IrFunction existing, IrType type) {
        if (!existing.type().equals(type)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT,
                    "the module declares '" + existing.name() + "' as " + existing.type() + ", the runtime has it as "
                            + type);
        }
    }
}
