package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * Keeps LLVM from moving calls that threads make together, a barrier's above all, into branches that only some threads
 * take. LLVM knows that of its own intrinsics; of the functions around them it takes the opposite for granted, and finds
 * out by itself for which it does hold.
 */
final class Convergence {
    private static final String CONVERGENT = "convergent";

    private Convergence() {}

    /** Marks every function with a body, and every call through a pointer, if anything in the module needs it. */
    static void preserve(IrModule module) {
        boolean needed =
                module.functions().stream().anyMatch(f -> f.isDeclaration() && Attributes.onFunction(f, CONVERGENT));
        if (!needed) {
            return;
        }
        for (IrFunction function : module.functions()) {
            if (!function.isDeclaration()) {
                Attributes.addToFunction(function, CONVERGENT, module.context());
                function.instructions().stream()
                        .filter(Convergence::isCallThroughPointer)
                        .forEach(call -> Attributes.addToCall(call, CONVERGENT, module.context()));
            }
        }
    }

    private static boolean isCallThroughPointer(IrInstruction instruction) {
        return instruction.isCall() && instruction.calledFunction().isEmpty();
    }
}
