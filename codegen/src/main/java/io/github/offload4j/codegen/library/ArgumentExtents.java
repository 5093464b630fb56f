package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryParameter.Array;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Map;
import java.util.Set;

/** Adds the arguments of one call. */
final class ArgumentExtents {
    private final CallSymbols symbols;
    private final IrContext context;
    private final IrBuilder builder;
    private final ArrayLengths lengths;

    ArgumentExtents(
            LibraryFunction function,
            Map<String, IrValue> values,
            CallSymbols symbols,
            IrModule module,
            IrBuilder builder) {
        this.symbols = symbols;
        this.context = module.context();
        this.builder = builder;
        this.lengths = new ArrayLengths(function, values, module, builder);
    }

    void add(LibraryParameter parameter, OffloadCall.Builder call) {
        if (!parameter.isPassed()) {
            return;
        }
        IrValue argument = lengths.value(parameter.name());
        if (parameter instanceof Array array) {
            IrValue length = lengths.of(array);
            Set<MapModifier> modifiers = array.isOfPointers() ? Set.of(MapModifier.PRESENT) : Set.of();
            call.map(argument.raw(), array.access(), Extent.count(length.raw(), array.element()), modifiers);
        } else if (parameter instanceof LibraryParameter.Choice choice
                && choice.enumeration().isSymbolic()) {
            call.hostPointer(address(choice).raw());
        } else if (parameter.type().equals("ptr")) {
            call.hostPointer(argument.raw());
        } else {
            call.value(argument.raw());
        }
        call.named(parameter.name());
    }

    /** Returns the address of the variable that a number stands for, null when it stands for none. */
    private IrValue address(LibraryParameter.Choice choice) {
        IrValue address = context.nullPointer();
        for (LibraryEnumeration.Word word : choice.enumeration().words()) {
            IrValue variable = symbols.variable(word.symbol().orElseThrow());
            address = builder.select(lengths.is(choice.name(), word.number()), variable, address, "");
        }
        return address;
    }
}
