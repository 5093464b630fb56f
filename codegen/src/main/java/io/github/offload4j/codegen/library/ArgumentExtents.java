package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryParameter.Array;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Map;
import java.util.Set;

/** Adds the arguments of one call. */
final class ArgumentExtents {
    private final LibraryFunction function;
    private final CallSymbols symbols;
    private final IrBuilder builder;
    private final ArrayLengths lengths;

    ArgumentExtents(
            LibraryFunction function,
            Map<String, IrValue> values,
            CallSymbols symbols,
            IrModule module,
            IrBuilder builder) {
        this.function = function;
        this.symbols = symbols;
        this.builder = builder;
        this.lengths = new ArrayLengths(function, values, module, builder);
    }

    void add(LibraryParameter parameter, OffloadCall.Builder call) {
        if (!parameter.isPassed()) {
            return;
        }
        IrValue argument = lengths.value(parameter.name());
        if (parameter instanceof Array && function.hasArraysOnDevice()) {
            call.devicePointer(argument.raw());
        } else if (parameter instanceof Array array) {
            IrValue length = lengths.of(array);
            Set<MapModifier> modifiers = array.isOfPointers() ? Set.of(MapModifier.PRESENT) : Set.of();
            call.map(argument.raw(), array.access(), Extent.count(length.raw(), array.element()), modifiers);
        } else if (parameter instanceof LibraryParameter.Choice choice
                && choice.enumeration().isSymbolic()) {
            call.hostPointer(symbols.passed(choice, argument, builder).raw());
        } else if (parameter.type().equals("ptr")) {
            call.hostPointer(argument.raw());
        } else {
            call.value(argument.raw());
        }
        call.named(parameter.name());
    }
}
