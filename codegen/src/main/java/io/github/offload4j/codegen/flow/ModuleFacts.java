package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.HashMap;
import java.util.Map;

/** What can be asked about the functions of a module, each of which is read when the first question comes. */
public final class ModuleFacts {
    private final IrModule module;
    private final Map<IrValue, FunctionFacts> functions = new HashMap<>();

    /** Opens a module, which must not change meanwhile. */
    public ModuleFacts(IrModule module) {
        this.module = module;
    }

    /** Returns the module. */
    public IrModule module() {
        return module;
    }

    /** Returns what can be asked about a function of the module. */
    public FunctionFacts of(IrFunction function) {
        return functions.computeIfAbsent(function.value(), f -> new FunctionFacts(module, function));
    }
}
