package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.stream.Stream;

/**
 * Offload entries that a module leaves in a section for clang's linker wrapper to collect. Nothing collects them in this
 * process, so that every launch would be one of a kernel that no module has registered, which ends the process.
 */
final class UncollectedEntries {
    private UncollectedEntries() {}

    /**
     * Refuses a module with such entries.
     *
     * @throws OffloadException naming the first of them
     */
    static void refuse(IrModule module) {
        for (IrGlobal global : module.globals()) {
            if (global.isDefinition() && isEntrySection(global.section())) {
                throw new OffloadException(
                        Reason.LINKAGE,
                        "the module leaves its offload entries, '"
                                + global.value().name()
                                + "' among them, to clang's linker wrapper, which has no part in this process; emit it with"
                                + " registration 'constructor' or 'explicit', and not with preset 'rustc'");
            }
        }
    }

    private static boolean isEntrySection(String section) {
        return Stream.of(RuntimeAbi.values()).anyMatch(abi -> abi.entrySection().equals(section));
    }
}
