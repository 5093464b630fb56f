package io.github.offload4j.codegen.helper;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The helpers of one module: those that it has from before, and those that are added when a site first needs them. */
public final class HelperFunctions {
    private final IrModule module;
    private final Map<String, IrFunction> shared = new HashMap<>();

    /** Adds helpers to a module, none yet. */
    public HelperFunctions(IrModule module) {
        this.module = module;
    }

    /**
     * Returns a helper that all modules of a program have in common.
     *
     * @param body adds the blocks when the function is new
     */
    public IrFunction shared(Helper helper, IrType type, Consumer<IrFunction> body) {
        return shared(helper, helper.symbol(), type, body);
    }

    /** Returns a variant of a helper that all modules of a program have in common, as the other method does. */
    public IrFunction variant(Helper helper, String variant, IrType type, Consumer<IrFunction> body) {
        return shared(helper, helper.symbol(variant), type, body);
    }

    private IrFunction shared(Helper helper, String symbol, IrType type, Consumer<IrFunction> body) {
        IrFunction known = shared.get(symbol);
        if (known == null) {
            known = find(helper, symbol, type).orElseGet(() -> define(helper, symbol, type, body));
            shared.put(symbol, known);
        }
        return known;
    }

    /** A module that was lowered before has the helper already. */
    private Optional<IrFunction> find(Helper helper, String symbol, IrType type) {
        return module.findFunction(symbol)
                .filter(function -> !function.isDeclaration() && function.type().equals(type))
                .filter(function -> Helper.of(function).filter(helper::equals).isPresent());
    }

    /** Where something else has the symbol, the helper is the module's own: LLVM puts a number behind its name. */
    private IrFunction define(Helper helper, String symbol, IrType type, Consumer<IrFunction> body) {
        boolean taken = module.hasSymbol(symbol);
        IrFunction function = module.addFunction(symbol, type, taken ? Linkage.INTERNAL : Linkage.LINK_ONCE);
        if (!taken) {
            function.hide();
        }
        Attributes.addToFunction(function, "noinline", module.context());
        helper.mark(function, module.context());
        body.accept(function);
        return function;
    }

    /** Returns the variable, of zeros at first, in which a variant keeps its results for all modules of a program. */
    public IrValue variable(Helper helper, String variant, IrType type) {
        String symbol = helper.variable(variant);
        return module.findGlobal(symbol)
                .filter(global -> global.contentType().equals(type))
                .orElseGet(() -> module.addGlobal(symbol, type, Linkage.LINK_ONCE)
                        .initialized(module.context().zero(type))
                        .aligned(Long.BYTES)
                        .hidden())
                .value();
    }

    /**
     * Adds a helper for one subject, whose name may mean something else in another module: the helper is the module's own.
     *
     * @param body adds the blocks
     */
    public IrFunction local(Helper helper, String subject, IrType type, Consumer<IrFunction> body) {
        IrFunction function = module.addFunction(helper.localSymbol(subject), type, Linkage.INTERNAL);
        Attributes.addToFunction(function, "noinline", module.context());
        helper.mark(function, subject, module.context());
        body.accept(function);
        return function;
    }
}
