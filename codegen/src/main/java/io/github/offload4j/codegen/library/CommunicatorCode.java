package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryFunction.Count;
import io.github.offload4j.codegen.library.LibraryParameter.Handle;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryParameter.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of {@code communicators.ll}, which stops a program that gives another number of ranks than a communicator has. */
final class CommunicatorCode {
    static final LinkedCheck CHECK =
            new LinkedCheck(".offload_communicator_check.v1", List.of("ptr", "ptr", "i32", "ptr"), "communicators.ll");

    private final IrModule module;

    CommunicatorCode(IrModule module) {
        this.module = module;
    }

    /** Returns whether a function has what is compared. */
    static boolean canCheck(LibraryFunction function, Count count) {
        return function.parameter(count.communicator())
                        .filter(Handle.class::isInstance)
                        .isPresent()
                && function.parameter(count.size())
                        .filter(parameter -> parameter instanceof Integral integral
                                && integral.role() == Role.EXTRA
                                && integral.bits() == Integer.SIZE)
                        .isPresent();
    }

    /**
     * Emits the check of a call's number of ranks.
     *
     * @param symbols declares the library's function that tells a communicator's
     * @param values the arguments by the parameter's name
     */
    void check(
            LibraryFunction function,
            Count count,
            CallSymbols symbols,
            Map<String, IrValue> values,
            Optional<SourceLocation> location,
            IrBuilder at) {
        List<IrValue> arguments = List.of(
                symbols.declareWeak(CallSymbols.counter(count)).value(),
                LinkedCheck.value(count.communicator(), values),
                LinkedCheck.value(count.size(), values));
        String given = count.size() + " = " + LinkedCheck.NUMBER;
        String fact = "communicator has " + LinkedCheck.NUMBER;
        CHECK.call(module, symbols, arguments, LinkedCheck.message(function.symbol(), given, fact, location, at), at);
    }
}
