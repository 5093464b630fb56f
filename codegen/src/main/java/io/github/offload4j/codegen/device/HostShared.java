package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ConstantAddresses;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.SharedMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shared memory of a block on the host: one part with the variables, and one that the launch decides the size of.
 *
 * @param bytes of the variables
 * @param alignment of that part, in bytes
 * @param dynamic whether there is the other part
 */
record HostShared(long bytes, int alignment, boolean dynamic) {
    private static final int SMALLEST_ALIGNMENT = 64;

    /** Finds a place for every variable that a block's function uses, and lets the function use the place. */
    static HostShared place(BlockFunction block, IrModule module, String kernel) {
        boolean[] dynamic = new boolean[1];
        long bytes = 0;
        int alignment = SMALLEST_ALIGNMENT;
        Map<IrValue, IrValue> places = new LinkedHashMap<>();
        List<IrValue> used = module.globals().stream()
                .map(IrGlobal::value)
                .filter(variable -> SharedMemory.isShared(variable)
                        && Reach.of(List.of(block.function())).contains(variable))
                .toList();
        IrInstruction first = block.function().blocks().get(0).instructions().get(0);
        try (IrBuilder builder = IrBuilder.before(first, module.context())) {
            for (IrValue variable : used) {
                IrValue address;
                if (ConstantFacts.isOpenArray(variable)) {
                    dynamic[0] = true;
                    address = block.dynamicShared();
                } else {
                    IrGlobal global = new IrGlobal(variable);
                    int own = global.alignment() == 0 ? SMALLEST_ALIGNMENT : global.alignment();
                    bytes = (bytes + own - 1) & -own;
                    alignment = Math.max(alignment, own);
                    address = builder.offsetAddress(
                            module.context().integer(Byte.SIZE),
                            block.shared(),
                            module.context().constant(Long.SIZE, bytes),
                            variable.name());
                    bytes += module.layout().bytes(global.contentType()).orElseThrow();
                }
                places.put(variable, builder.addressSpaceCast(address, variable.type()));
            }
        }
        replace(block, module, kernel, places);
        boolean called = !block.dynamicShared().users().isEmpty();
        return new HostShared(bytes, alignment, dynamic[0] || called);
    }

    private static void replace(BlockFunction block, IrModule module, String kernel, Map<IrValue, IrValue> places) {
        Optional<IrValue> stuck = ConstantAddresses.replace(
                block.function(), module.context(), variable -> Optional.ofNullable(places.get(variable)));
        stuck.ifPresent(constant -> {
            throw refused(
                    module,
                    kernel,
                    "it uses the address of a shared variable in a constant of the type " + constant.type());
        });
        Set<IrValue> reached = Reach.of(List.of(block.function()));
        places.keySet().stream().filter(reached::contains).findFirst().ifPresent(variable -> {
            throw refused(
                    module,
                    kernel,
                    "the shared variable " + variable
                            + " is used by what another variable begins with, or by a function"
                            + " that is called through a pointer");
        });
    }

    private static OffloadException refused(IrModule module, String kernel, String why) {
        return new OffloadException(
                Reason.KERNEL, "'" + kernel + "' cannot be compiled for " + family(module) + ": " + why);
    }

    /** Returns what {@code --target} calls the family of hosts that a module is for. */
    static String family(IrModule module) {
        return module.triple().split("-", 2)[0];
    }
}
