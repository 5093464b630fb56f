package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.List;
import java.util.Objects;

/**
 * Kernels in a module that has host code as well. The device compiler takes such a module as it is, and leaves the host's
 * part out; here is what the host needs once the kernels were compiled.
 */
public final class KernelsInHost {
    private KernelsInHost() {}

    /**
     * Returns the symbols of the kernels with a body: functions in the section {@code offload.kernel}, with the attribute or
     * the annotation {@code offload-kernel}, and those named.
     *
     * @param module left as it is
     * @param marked functions that are kernels though nothing in the module says so: their symbols, or their names in source
     *     code, with or without parameters
     * @param name what messages call the module
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when a name is no function's, or that of several
     */
    public static List<String> find(IrModule module, List<String> marked, String name) {
        Objects.requireNonNull(module, "module is null");
        Objects.requireNonNull(marked, "marked is null");
        Objects.requireNonNull(name, "name is null");
        return KernelMarks.find(module, marked, name).stream()
                .filter(function -> !function.isDeclaration())
                .map(IrFunction::name)
                .toList();
    }

    /**
     * Makes a module one for the host alone. Kernels become functions as any other, and what they ask a device for is
     * answered for one thread by itself: number 0 of 1. So kernels, and what they share with the host, run where the host
     * calls them. Call this after lowering, which makes launches of the marked calls.
     *
     * @param module changed in place; as it was when nothing in it is for a device
     * @throws NullPointerException when the module is null
     * @throws OffloadException when a device function is declared with another type than it has
     */
    public static void leaveToHost(IrModule module) {
        Objects.requireNonNull(module, "module is null");
        SingleThread.define(module);
        SharedVariables.leaveToHost(module);
        Promises.forget(module);
        if (!KernelMarks.find(module, List.of(), "").isEmpty()) {
            KernelMarks.forget(module);
        }
        module.verify();
    }
}
