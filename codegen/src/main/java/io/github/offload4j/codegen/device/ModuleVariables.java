package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.DeviceVariable;
import io.github.offload4j.codegen.ir.ConstantBytes;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.VariableSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables of a kernel module that the host knows too: those in the section {@code offload.device}. */
final class ModuleVariables {
    private final IrModule module;
    private final List<IrGlobal> variables;

    private ModuleVariables(IrModule module, List<IrGlobal> variables) {
        this.module = module;
        this.variables = variables;
    }

    /** Finds them; what a module only declares is left to the module that defines it. */
    static ModuleVariables defined(IrModule module) {
        return new ModuleVariables(
                module,
                VariableSigns.find(module).stream()
                        .filter(IrGlobal::isDefinition)
                        .toList());
    }

    /**
     * Finds them, and defines those that the module only declares: the device has a copy of its own, which begins with zeros.
     *
     * @throws OffloadException when one cannot be on host and device, with all that is wrong
     */
    static ModuleVariables of(IrModule module, DeviceTarget target, String moduleName) {
        List<IrGlobal> found = VariableSigns.find(module);
        List<String> faults = new ArrayList<>();
        found.forEach(variable -> fault(variable, module, target)
                .ifPresent(why -> faults.add(
                        moduleName + ": device variable '" + variable.value().name() + "' " + why)));
        if (!faults.isEmpty()) {
            throw new OffloadException(Reason.KERNEL, String.join("\n", faults));
        }
        for (IrGlobal variable : found) {
            if (!variable.isDefinition()) {
                variable.initialized(module.context().zero(variable.contentType()));
            }
        }
        return new ModuleVariables(module, found);
    }

    private static Optional<String> fault(IrGlobal variable, IrModule module, DeviceTarget target) {
        Optional<String> fault = VariableSigns.fault(variable, module.layout());
        if (fault.isPresent()) {
            return fault;
        }
        if (target.architecture() == Architecture.NVPTX64
                && !KernelRules.isPtxName(variable.value().name())) {
            return Optional.of("has a name that PTX does not allow, which takes letters, digits, '_' and '$'");
        }
        Optional<IrValue> initial = ConstantFacts.initialValue(variable.value());
        boolean readable = initial.isEmpty()
                || ConstantBytes.isZero(initial.get())
                || new ConstantBytes(module.layout()).of(initial.get()).isPresent();
        return readable
                ? Optional.empty()
                : Optional.of("begins with an address, which is not the same on the host; let a kernel store it");
    }

    boolean contains(IrGlobal variable) {
        return variables.contains(variable);
    }

    /** Keeps them from being dropped or changed: somebody outside of the module uses them. */
    void keep() {
        variables.forEach(variable -> variable.setLinkage(Linkage.EXTERNAL));
    }

    /** Gives them the symbols that a runtime looks for. */
    void export(Architecture architecture) {
        for (IrGlobal variable : variables) {
            variable.section("").alone().setLinkage(Linkage.EXTERNAL);
            switch (architecture) {
                case AMDGCN -> variable.protectedSymbol();
                case NVPTX64, AARCH64, X86_64 -> variable.visible();
            }
        }
    }

    /** Returns what a host has to know of them. */
    List<DeviceVariable> described() {
        ConstantBytes constants = new ConstantBytes(module.layout());
        List<DeviceVariable> described = new ArrayList<>();
        for (IrGlobal variable : variables) {
            byte[] initial = ConstantFacts.initialValue(variable.value())
                    .filter(value -> !ConstantBytes.isZero(value))
                    .flatMap(constants::of)
                    .orElse(new byte[0]);
            described.add(new DeviceVariable(
                    variable.value().name(),
                    module.layout().bytes(variable.contentType()).orElseThrow(),
                    module.layout().alignment(variable),
                    initial));
        }
        return described;
    }
}
