package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Annotations;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways in which front ends say that a function is a kernel: few can give it a string attribute, so a section, an
 * annotation and a name that the caller gives do as well. All come down to the attribute.
 */
final class KernelMarks {
    /** The section that kernels are put into in source code. */
    static final String SECTION = "offload.kernel";

    private KernelMarks() {}

    /**
     * Gives the attribute to every function that is marked in another way.
     *
     * @param names the functions that the caller names, as symbols or as source code has them
     * @throws OffloadException when a name is no function's, or that of several
     */
    static void apply(IrModule module, List<String> names, String moduleName) {
        for (IrFunction function : find(module, names, moduleName)) {
            mark(function, module);
        }
        forgetOthers(module);
    }

    /**
     * Returns every function that is marked in some way, in the module's order and then that of the names.
     *
     * @param names the functions that the caller names, as symbols or as source code has them
     * @throws OffloadException when a name is no function's, or that of several
     */
    static List<IrFunction> find(IrModule module, List<String> names, String moduleName) {
        List<IrFunction> annotated = Annotations.functions(module, KernelModule.KERNEL_ATTRIBUTE);
        Set<IrFunction> found = new LinkedHashSet<>();
        for (IrFunction function : module.functions()) {
            if (ForeignFunctions.section(function).equals(SECTION)
                    || Attributes.hasText(function, KernelModule.KERNEL_ATTRIBUTE)
                    || annotated.contains(function)) {
                found.add(function);
            }
        }
        names.forEach(name -> found.add(named(module, name, moduleName)));
        return List.copyOf(found);
    }

    /** Takes every mark away, so that the functions are as any other. */
    static void forget(IrModule module) {
        module.functions().forEach(function -> Attributes.removeText(function, KernelModule.KERNEL_ATTRIBUTE));
        forgetOthers(module);
    }

    private static void forgetOthers(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (ForeignFunctions.section(function).equals(SECTION)) {
                ForeignFunctions.clearSection(function);
            }
        }
        Annotations.drop(module);
    }

    private static void mark(IrFunction function, IrModule module) {
        if (!Attributes.hasText(function, KernelModule.KERNEL_ATTRIBUTE)) {
            Attributes.addText(function, KernelModule.KERNEL_ATTRIBUTE, "", module.context());
        }
    }

    private static IrFunction named(IrModule module, String name, String moduleName) {
        List<IrFunction> defined =
                module.functions().stream().filter(f -> !f.isDeclaration()).toList();
        List<IrFunction> exact =
                defined.stream().filter(f -> f.name().equals(name)).toList();
        List<IrFunction> found = exact.isEmpty() ? DemangledNames.find(defined, name) : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new OffloadException(
                Reason.KERNEL,
                found.isEmpty()
                        ? moduleName + " defines no function '" + name + "' that could be a kernel"
                        : moduleName + " defines " + found.size() + " functions '" + name
                                + "'; name one by its symbol, '"
                                + String.join(
                                        "' or '",
                                        found.stream().map(IrFunction::name).toList()) + "'");
    }
}
