package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;

/** Launches in a module whose offload sites nobody finished: it names its kernels, and registers none. */
final class UnfinishedSites {
    private UnfinishedSites() {}

    /**
     * Refuses a module with such launches.
     *
     * @throws OffloadException when it has some
     */
    static void refuse(IrModule module) {
        boolean names = false;
        for (IrGlobal global : module.globals()) {
            if (global.value().name().startsWith(RuntimeConstants.DESCRIPTOR_NAME)) {
                return;
            }
            names |= global.isDefinition() && global.section().equals(RuntimeConstants.ENTRY_NAME_SECTION);
        }
        if (names) {
            throw new OffloadException(
                    Reason.LINKAGE,
                    "the module launches kernels, and was never finished, so that nothing registers them; call"
                            + " OffloadModule.finish after its last site");
        }
    }
}
