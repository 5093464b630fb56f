package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Atomics;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;

/** Says the scopes of atomic accesses and fences in the target's names. */
final class SyncScopes {
    private SyncScopes() {}

    /** Translates every scope of a module; what {@link AtomicRules} were not applied to may keep one that is unknown. */
    static void translate(IrModule module, DeviceTarget target) {
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (Atomics.hasScope(instruction)) {
                    translate(instruction, module, target);
                }
            }
        }
    }

    private static void translate(IrInstruction ordering, IrModule module, DeviceTarget target) {
        Atomics.scope(ordering)
                .filter(name -> SyncScope.of(name).isPresent())
                .ifPresent(name -> Atomics.setScope(ordering, SyncScope.translate(name, target), module.context()));
    }
}
