package io.github.offload4j.codegen;

import io.github.offload4j.codegen.ir.TargetMachine;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** The machine that this process runs on, as the target of host modules. */
public final class HostTarget {
    private HostTarget() {}

    /**
     * Gives a module the triple and the data layout of this machine, in place of what it has. For compilers without a
     * target machine of their own; it comes before anything is emitted, since the layout decides sizes.
     *
     * @throws NullPointerException when the module is null
     */
    public static void applyTo(LLVMModuleRef module) {
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(module);
        }
    }
}
