package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that stands in a text, and stops a program which calls a library with numbers that do not fit.
 *
 * @param symbol of the function
 * @param parameters their types; the last is the message
 * @param text the file that it stands in
 */
record LinkedCheck(String symbol, List<String> parameters, String text) {
    /** Stands for a number in a message, which only what is called with it knows. */
    static final String NUMBER = "PERCENTd";

    CallSymbols.Signature signature() {
        return new CallSymbols.Signature(symbol, "void", parameters);
    }

    /**
     * Emits a call.
     *
     * @param symbols declares the function
     * @param arguments what is compared; a message comes behind them
     * @param message what is printed, with a {@link #NUMBER} for each number
     */
    void call(IrModule module, CallSymbols symbols, List<IrValue> arguments, String message, IrBuilder at) {
        List<IrValue> all = new ArrayList<>(arguments);
        all.add(module.addText(".offload_message", message.replace("%", "%%").replace("PERCENT", "%")));
        at.call(in(module, symbols), all, "");
    }

    private IrFunction in(IrModule module, CallSymbols symbols) {
        IrFunction function = symbols.declare(signature());
        if (function.isDeclaration()) {
            ModuleLinker.linkNeeded(module, LinkedCheck.class, text);
            return symbols.declare(signature());
        }
        return function;
    }

    /** Returns an argument. */
    static IrValue value(String name, Map<String, IrValue> values) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    /**
     * Returns a message.
     *
     * @param callee how it is called
     * @param given the numbers that it is given, by name
     * @param fact what they should be
     * @param location of the call, that of the builder where nothing says it
     */
    static String message(String callee, String given, String fact, Optional<SourceLocation> location, IrBuilder at) {
        String place =
                location.or(at::sourceLocation).map(known -> known + ": ").orElse("");
        return "offload4j: " + place + "'" + callee + "' is given " + given + ", and its " + fact + ", in '"
                + at.function().name() + "'\n";
    }
}
