package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.VectorMath;
import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.image.DeviceVariable;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;

/**
 * Kernels for a host as bitcode that is linked into the host module, where they run when a launch is refused. Each has
 * the name that is looked for there, and comes along only where it is used.
 */
final class HostVersion {
    private HostVersion() {}

    /** Gives a module vector functions that it calls, each for a processor with such vectors. */
    static void defineVectorMath(IrModule module) {
        VectorMath.define(module);
        markVectorMath(module);
    }

    private static void markVectorMath(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (function.name().startsWith("_ZGVd")) {
                Processor.named("x86-64-v3").mark(function, module);
            } else if (function.name().startsWith("_ZGVe")) {
                Processor.named("x86-64-v4").mark(function, module);
            }
        }
    }

    /**
     * Returns the bitcode.
     *
     * @param entered whether the runtime calls other functions, which stand in front
     * @param processor what the code was optimised for, which the host module need not be for
     * @param plain whether every machine of the family has what that has
     */
    static byte[] of(KernelModule lowered, boolean entered, Processor processor, boolean plain) {
        byte[] bitcode = ModuleWriter.bitcode(lowered.module().raw());
        try (OwnedModule copy = OwnedModule.parse(bitcode, "host version")) {
            if (entered) {
                HostEntries.remove(copy.module(), lowered.signatures());
            }
            for (IrFunction function : copy.module().functions()) {
                if (!function.isDeclaration() && !function.isLocal()) {
                    function.rename(Helper.HOST.localSymbol(function.name()));
                    function.setLinkage(Linkage.LINK_ONCE);
                }
            }
            VectorMath.define(copy.module());
            if (!plain) {
                processor.mark(copy.module());
            }
            markVectorMath(copy.module());
            Cores.define(copy.module());
            // the host has variables of its own, which stand for the device's here
            for (DeviceVariable variable : lowered.variables()) {
                copy.module().findGlobal(variable.name()).ifPresent(IrGlobal::undefined);
            }
            return ModuleWriter.bitcode(copy.module().raw());
        }
    }
}
