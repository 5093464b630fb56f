package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Atomics;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.Optional;

/** Says the scopes of atomic accesses and fences in the target's names. */
final class SyncScopes {
    private SyncScopes() {}

    /**
     * Translates every scope of a module; what {@link AtomicRules} were not applied to may keep one that is unknown.
     *
     * @param unnamed the scope of what names none
     */
    static void translate(IrModule module, DeviceTarget target, SyncScope unnamed) {
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (Atomics.hasScope(instruction)) {
                    translate(instruction, module, target, unnamed);
                }
            }
        }
    }

    private static void translate(IrInstruction ordering, IrModule module, DeviceTarget target, SyncScope unnamed) {
        Atomics.scope(ordering)
                .or(() -> Optional.of(unnamed.plainName()))
                .filter(name -> SyncScope.of(name).isPresent())
                .ifPresent(name -> Atomics.setScope(ordering, SyncScope.translate(name, target), module.context()));
    }
}
