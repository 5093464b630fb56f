package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ModuleParts;
import io.github.offload4j.codegen.ir.VariableSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The code for the host in a module that has kernels as well. What no kernel reaches is dropped by the lowering; here goes
 * what would keep it: the lists of what runs when a program is loaded and ended, and second names.
 */
final class HostPart {
    private static final List<String> LISTS = List.of("llvm.global_ctors", "llvm.global_dtors");

    private HostPart() {}

    /**
     * Drops it.
     *
     * @throws OffloadException when a kernel uses a variable that code which runs at load time uses too: the device's own
     *     copy would not see what that writes
     */
    static void drop(IrModule module, List<IrFunction> kernels, String moduleName) {
        List<IrFunction> loaded = new ArrayList<>();
        LISTS.forEach(list -> loaded.addAll(functions(module, list)));
        if (!loaded.isEmpty()) {
            requireApart(Reach.of(kernels), Reach.of(loaded), moduleName);
        }
        for (String list : LISTS) {
            module.findGlobal(list).ifPresent(IrGlobal::deleteIfUnused);
        }
        ModuleParts.hideAliases(module);
    }

    private static List<IrFunction> functions(IrModule module, String list) {
        Optional<IrValue> entries = module.findGlobal(list).map(IrGlobal::value).flatMap(ConstantFacts::initialValue);
        return entries.map(ConstantFacts::parts).orElse(List.of()).stream()
                .flatMap(entry -> ConstantFacts.parts(entry).stream())
                .flatMap(field -> field.asFunction().stream())
                .toList();
    }

    private static void requireApart(Set<IrValue> kernels, Set<IrValue> loaded, String moduleName) {
        kernels.stream()
                .filter(value -> value.isGlobalVariable() && !ConstantFacts.isUnchanging(value))
                // those that the host fills by an update are its own to use
                .filter(value -> !VariableSigns.isMarked(new IrGlobal(value)))
                .filter(loaded::contains)
                .findFirst()
                .ifPresent(shared -> {
                    throw new OffloadException(
                            Reason.KERNEL,
                            moduleName + ": a kernel uses " + shared + ", and so do the constructors or destructors of"
                                    + " the program, which no device runs; give it a constant initial value");
                });
    }
}
