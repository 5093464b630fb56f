package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryFunction.Checks;
import io.github.offload4j.codegen.library.LibraryFunction.PlanUse;
import java.util.Map;

/** Emits what stops a program whose call has sizes that do not fit its plan or its communicator. */
final class CallChecks {
    private final LibraryFunction function;
    private final CallSymbols symbols;
    private final IrModule module;

    CallChecks(LibraryFunction function, CallSymbols symbols, IrModule module) {
        this.function = function;
        this.symbols = symbols;
        this.module = module;
    }

    /**
     * Emits them, in front of whatever the call maps.
     *
     * @param values the arguments by the parameter's name
     */
    void emit(Map<String, IrValue> values, IrBuilder at) {
        Checks checks = function.checks();
        if (checks.plan() == PlanUse.CHECKED) {
            String plan = function.parameters().get(0).name();
            new PlanCode(module).check(function, symbols, plan, values, function.location(), at);
        }
        checks.count()
                .ifPresent(count ->
                        new CommunicatorCode(module).check(function, count, symbols, values, function.location(), at));
    }
}
