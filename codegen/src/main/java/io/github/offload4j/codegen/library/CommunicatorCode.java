package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.library.LibraryFunction.Count;
import io.github.offload4j.codegen.library.LibraryParameter.Handle;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryParameter.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of {@code communicators.ll}, which stops a program that gives another number of ranks than a communicator has. */
final class CommunicatorCode {
    private static final String TEXT = "communicators.ll";
    private static final String CHECK = ".offload_communicator_check.v1";

    private final IrModule module;
    private final IrContext context;

    CommunicatorCode(IrModule module) {
        this.module = module;
        this.context = module.context();
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
     * @param counts the library's function that tells a communicator's
     * @param values the arguments by the parameter's name
     */
    void check(
            LibraryFunction function,
            Count count,
            IrFunction counts,
            Map<String, IrValue> values,
            Optional<SourceLocation> location,
            IrBuilder at) {
        List<IrValue> arguments = List.of(
                counts.value(),
                value(count.communicator(), values),
                value(count.size(), values),
                module.addText(".offload_message", message(function, count, location, at)));
        at.call(check(), arguments, "");
    }

    private static IrValue value(String name, Map<String, IrValue> values) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    private static String message(
            LibraryFunction function, Count count, Optional<SourceLocation> location, IrBuilder at) {
        String place =
                location.or(at::sourceLocation).map(known -> known + ": ").orElse("");
        String fact = "offload4j: " + place + "'" + function.symbol() + "' is given " + count.size()
                + " = PERCENTd, and its communicator has PERCENTd, in '"
                + at.function().name() + "'\n";
        return fact.replace("%", "%%").replace("PERCENT", "%");
    }

    private IrFunction check() {
        Optional<IrFunction> known = module.findFunction(CHECK).filter(function -> !function.isDeclaration());
        if (known.isEmpty()) {
            IrType pointer = context.pointer();
            IrType type = context.function(
                    context.voidType(), List.of(pointer, pointer, context.integer(Integer.SIZE), pointer));
            module.addFunction(CHECK, type, Linkage.EXTERNAL);
            ModuleLinker.linkNeeded(module, CommunicatorCode.class, TEXT);
        }
        return module.findFunction(CHECK).orElseThrow();
    }
}
