package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be asked about the functions of a module, each of which is read when the first question comes. Those that were
 * not asked about for long are forgotten, and read again when a question comes: what is known of a function takes several
 * times the memory of its text.
 */
public final class ModuleFacts {
    /** As many as are asked about in turns: a function, the functions that it calls, and the kernels that it launches. */
    private static final int MOST_FUNCTIONS = 16;

    private final IrModule module;
    private final Map<IrValue, FunctionFacts> functions = new Recent();

    /** The functions that were asked about last. */
    private static final class Recent extends LinkedHashMap<IrValue, FunctionFacts> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(2 * MOST_FUNCTIONS, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<IrValue, FunctionFacts> eldest) {
            return size() > MOST_FUNCTIONS;
        }
    }

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
