package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.helper.Substitute;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.stream.Stream;

/** A function that nothing provides, and where the program calls it. */
final class MissingSymbol {
    private MissingSymbol() {}

    /** Returns the name, followed by the place and the function of the first call. */
    static String describe(IrFunction missing) {
        String name = "'" + missing.name() + "'";
        return calls(missing).findFirst().map(call -> name + place(call)).orElse(name);
    }

    private static String place(IrInstruction call) {
        String at = call.location().map(location -> "at " + location + " ").orElse("");
        return " (called " + at + "in '" + call.function().name() + "')";
    }

    /** What stands in for a function is called where the program calls that. */
    private static Stream<IrInstruction> calls(IrFunction function) {
        return function.calls().stream()
                .flatMap(call -> Substitute.is(call.function()) ? calls(call.function()) : Stream.of(call));
    }
}
