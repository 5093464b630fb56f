package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;

/** Everything that can be asked about one function; what is found once is kept. */
public final class FunctionFacts {
    private final IrFunction function;
    private final Values values;
    private final Numbers numbers;
    private final Pointers pointers;
    private final PointerUses uses;

    /** Reads a function of a module. */
    public FunctionFacts(IrModule module, IrFunction function) {
        this.function = function;
        this.values = new Values(module, function);
        this.numbers = new Numbers(module, values);
        this.pointers = new Pointers(module, values);
        this.uses = new PointerUses(module, values.memory());
    }

    /** Returns the function. */
    public IrFunction function() {
        return function;
    }

    /** Returns the function's blocks. */
    public ControlFlow flow() {
        return values.memory().flow();
    }

    /** Returns what the function's stack slots hold. */
    public StackContent memory() {
        return values.memory();
    }

    /** Returns where values come from. */
    public Values values() {
        return values;
    }

    /** Returns what numbers are. */
    public Numbers numbers() {
        return numbers;
    }

    /** Returns what pointers point into. */
    public Pointers pointers() {
        return pointers;
    }

    /** Returns where pointers go. */
    public PointerUses uses() {
        return uses;
    }
}
