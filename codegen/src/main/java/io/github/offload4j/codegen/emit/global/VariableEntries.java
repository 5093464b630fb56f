package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceVariable;
import io.github.offload4j.codegen.ir.ConstantBytes;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.VariableSigns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that host and device both know by name: the host's own, which are made where the module has none, and their
 * entries.
 */
public final class VariableEntries {
    private final IrModule module;
    private final OffloadEntries entries;

    /** The device's, as images have them. */
    private final Map<String, DeviceVariable> onDevice = new LinkedHashMap<>();

    private final List<IrGlobal> onHost = new ArrayList<>();

    /** Makes the variables of one module. */
    public VariableEntries(IrModule module, OffloadEntries entries) {
        this.module = module;
        this.entries = entries;
    }

    /**
     * Notes what the device has.
     *
     * @throws OffloadException when two images disagree
     */
    public void know(List<DeviceVariable> variables) {
        for (DeviceVariable variable : variables) {
            DeviceVariable known = onDevice.putIfAbsent(variable.name(), variable);
            if (known != null
                    && (known.bytes() != variable.bytes()
                            || !Arrays.equals(known.initialValue(), variable.initialValue()))) {
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "the images do not have the same device variable '" + variable.name()
                                + "'; compile them from one kernel module");
            }
        }
    }

    /**
     * Returns the host's variable of a name, which is made when the module has none and an image does; it is one that the
     * device has too from now on.
     *
     * @throws OffloadException when there is none, or it cannot be on a device
     */
    public IrGlobal onHost(String name) {
        Optional<IrGlobal> own = module.findGlobal(name);
        if (own.isEmpty()) {
            return make(name);
        }
        requireRight(own.get());
        return own.get().section(VariableSigns.SECTION);
    }

    private IrGlobal make(String name) {
        DeviceVariable known = onDevice.get(name);
        if (module.hasSymbol(name)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "'" + name + "' is no variable of the module; name one that is");
        }
        if (known == null) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "neither the module nor an image in it has a variable '" + name
                            + "'; embed the images first, or add the variable");
        }
        return make(known, Linkage.INTERNAL);
    }

    /** Returns whether there is none; known once they were added. */
    public boolean isEmpty() {
        return onHost.isEmpty();
    }

    /**
     * Adds the entries of those that are in the module or in an image.
     *
     * @throws OffloadException when the host's and the device's are not the same
     */
    public void add(Images images) {
        for (IrGlobal variable : VariableSigns.find(module)) {
            images.requireVariable(variable.value().name());
            add(variable);
        }
        for (String name : onDevice.keySet()) {
            IrGlobal variable = onHost(name);
            if (!onHost.contains(variable)) {
                add(variable);
            }
        }
    }

    private void add(IrGlobal variable) {
        String name = variable.value().name();
        requireRight(variable);
        long bytes = module.layout().bytes(variable.contentType()).orElseThrow();
        DeviceVariable known = onDevice.get(name);
        if (known != null) {
            requireSame(variable, bytes, known);
        }
        IrGlobal defined = variable.isDefinition() ? variable : define(variable, Optional.ofNullable(known));
        onHost.add(defined);
        entries.add(name, defined.value(), bytes);
    }

    private void requireRight(IrGlobal variable) {
        VariableSigns.fault(variable, module.layout()).ifPresent(why -> {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT,
                    "device variable '" + variable.value().name() + "' " + why);
        });
    }

    private void requireSame(IrGlobal variable, long bytes, DeviceVariable known) {
        if (bytes != known.bytes()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "device variable '" + known.name() + "' has " + bytes + " bytes on the host and " + known.bytes()
                            + " on the device; declare it alike in both modules");
        }
        byte[] initial = ConstantFacts.initialValue(variable.value())
                .filter(value -> !ConstantBytes.isZero(value))
                .map(value -> new ConstantBytes(module.layout())
                        .of(value)
                        .orElseThrow(() -> new OffloadException(
                                Reason.SYMBOL_CONFLICT,
                                "device variable '" + known.name()
                                        + "' begins with an address, which is not the same on the device; store it when"
                                        + " the program runs")))
                .orElse(new byte[0]);
        if (variable.isDefinition() && !Arrays.equals(initial, known.initialValue())) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "device variable '" + known.name()
                            + "' does not begin with the same values on host and device; give it the same initial value"
                            + " in both modules, or none");
        }
    }

    /** Somebody else's definition in the program takes the place of this one. */
    private IrGlobal define(IrGlobal declared, Optional<DeviceVariable> known) {
        if (known.isEmpty() || known.get().initialValue().length == 0) {
            declared.initialized(module.context().zero(declared.contentType())).setLinkage(Linkage.WEAK);
            known.ifPresent(same ->
                    declared.aligned(Math.max(same.alignment(), module.layout().alignment(declared))));
            return declared;
        }
        IrGlobal made = make(known.get(), Linkage.WEAK);
        declared.replaceBy(made);
        return made;
    }

    private IrGlobal make(DeviceVariable known, Linkage linkage) {
        IrContext context = module.context();
        byte[] initial = known.initialValue();
        IrValue content = initial.length == 0
                ? context.zero(context.array(context.integer(Byte.SIZE), known.bytes()))
                : context.constantBytes(initial);
        return module.addGlobal(known.name(), content.type(), linkage)
                .initialized(content)
                .section(VariableSigns.SECTION)
                .aligned(known.alignment());
    }

    /** Does something while other modules that are linked in see all of the host's variables. */
    public void whileVisible(Runnable step) {
        Map<IrGlobal, Integer> linkages = new LinkedHashMap<>();
        for (IrGlobal variable : onHost) {
            if (variable.isLocal()) {
                linkages.put(variable, variable.linkage());
                variable.setLinkage(Linkage.EXTERNAL);
            }
        }
        step.run();
        linkages.forEach(IrGlobal::setLinkage);
    }
}
