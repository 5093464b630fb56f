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
    private static final String CHECK = ".offload_plan_check.v1";

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
     * @param values the arguments by the parameter's name
     */
    void check(
            LibraryFunction function,
            String plan,
            Map<String, IrValue> values,
            Optional<SourceLocation> location,
            IrBuilder at) {
        List<String> sizes = sizes(function);
        List<IrValue> arguments = new ArrayList<>();
        arguments.add(key(value(plan, values), at));
        sizes.forEach(size -> arguments.add(value(size, values)));
        arguments.add(module.addText(".offload_message", message(function, sizes, location, at)));
        at.call(check(), arguments, "");
    }

    private static IrValue value(String name, Map<String, IrValue> values) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    private IrValue key(IrValue plan, IrBuilder at) {
        IrType wide = context.integer(Long.SIZE);
        return plan.type().isPointer() ? at.pointerToInteger(plan, wide) : at.integerCast(plan, wide, false);
    }

    private static String message(
            LibraryFunction function, List<String> sizes, Optional<SourceLocation> location, IrBuilder at) {
        String place =
                location.or(at::sourceLocation).map(known -> known + ": ").orElse("");
        String given = String.join(
                " and ", sizes.stream().map(size -> size + " = PERCENTd").toList());
        String fact = "offload4j: " + place + "'" + function.name() + "' is given " + given
                + ", and its plan is for PERCENTd and PERCENTd, in '"
                + at.function().name() + "'\n";
        return fact.replace("%", "%%").replace("PERCENT", "%");
    }

    private IrFunction check() {
        IrType narrow = context.integer(Integer.SIZE);
        Optional<IrFunction> known = module.findFunction(CHECK).filter(function -> !function.isDeclaration());
        if (known.isEmpty()) {
            IrType type = context.function(
                    context.voidType(), List.of(context.integer(Long.SIZE), narrow, narrow, context.pointer()));
            module.addFunction(CHECK, type, Linkage.EXTERNAL);
            define();
        }
        return module.findFunction(CHECK).orElseThrow();
    }
}
