package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryParameter.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of {@code plans.ll}, which remembers the sizes of plans, and stops a program that gives others with one of them. */
final class PlanCode {
    private static final String TEXT = "plans.ll";
    private static final int SIZES = 2;
    static final LinkedCheck CHECK =
            new LinkedCheck(".offload_plan_check.v1", List.of("i64", "i32", "i32", "ptr"), TEXT);

    private final IrModule module;
    private final IrContext context;

    PlanCode(IrModule module) {
        this.module = module;
        this.context = module.context();
    }

    /** Returns whether a function has what is checked. */
    static boolean canCheck(LibraryFunction function) {
        return sizes(function).size() == SIZES
                && !function.parameters().get(0).name().equals(sizes(function).get(0));
    }

    private static List<String> sizes(LibraryFunction function) {
        return function.parameters().stream()
                .filter(parameter -> parameter instanceof Integral integral
                        && integral.role() == Role.EXTRA
                        && integral.bits() == Integer.SIZE)
                .map(LibraryParameter::name)
                .toList();
    }

    /** Links what the module calls of the code. */
    void define() {
        ModuleLinker.linkNeeded(module, PlanCode.class, TEXT);
    }

    /**
     * Emits the check of a call's sizes.
     *
     * @param symbols declares the function that checks
     * @param values the arguments by the parameter's name
     */
    void check(
            LibraryFunction function,
            CallSymbols symbols,
            String plan,
            Map<String, IrValue> values,
            Optional<SourceLocation> location,
            IrBuilder at) {
        List<String> sizes = sizes(function);
        List<IrValue> arguments = new ArrayList<>();
        arguments.add(key(LinkedCheck.value(plan, values), at));
        sizes.forEach(size -> arguments.add(LinkedCheck.value(size, values)));
        String given = String.join(
                " and ",
                sizes.stream().map(size -> size + " = " + LinkedCheck.NUMBER).toList());
        String fact = "plan is for " + LinkedCheck.NUMBER + " and " + LinkedCheck.NUMBER;
        CHECK.call(module, symbols, arguments, LinkedCheck.message(function.name(), given, fact, location, at), at);
    }

    private IrValue key(IrValue plan, IrBuilder at) {
        IrType wide = context.integer(Long.SIZE);
        return plan.type().isPointer() ? at.pointerToInteger(plan, wide) : at.integerCast(plan, wide, false);
    }
}
