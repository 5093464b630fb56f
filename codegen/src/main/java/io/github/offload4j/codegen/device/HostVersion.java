package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;

/**
 * Kernels for x86-64 as bitcode that is linked into the host module, where they run when a launch is refused. Each has
 * the name that {@code emit} looks for, and comes along only where it is used.
 */
final class HostVersion {
    private static final String PREFIX = ".offload_host.";

    private HostVersion() {}

    static byte[] of(IrModule lowered) {
        try (OwnedModule copy = OwnedModule.parse(ModuleWriter.bitcode(lowered.raw()), "host version")) {
            for (IrFunction function : copy.module().functions()) {
                if (!function.isDeclaration() && !function.isLocal()) {
                    function.rename(PREFIX + function.name());
                    function.setLinkage(Linkage.LINK_ONCE);
                }
            }
            return ModuleWriter.bitcode(copy.module().raw());
        }
    }
}
