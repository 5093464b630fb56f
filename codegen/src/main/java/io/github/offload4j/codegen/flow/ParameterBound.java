package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;

/**
 * Bounds what a function does with the memory behind a parameter by what its attributes say, LLVM's own included: it gives
 * them only where every use of the pointer is understood and nobody can replace the body.
 */
final class ParameterBound {
    private ParameterBound() {}

    /**
     * Reads the attributes.
     *
     * @param function a function, its attributes inferred
     * @param parameter from 0, a pointer
     */
    static MemoryUse of(IrFunction function, int parameter) {
        boolean stays = function.returnType().isVoid() || Attributes.keepsNothingOf(function, parameter);
        if (!stays) {
            // the caller may go on with what comes back
            return new MemoryUse.Anything();
        }
        if (Attributes.onParameter(function, parameter, "readnone")) {
            return new MemoryUse.Complete(false, false);
        }
        if (Attributes.onParameter(function, parameter, "readonly")) {
            return new MemoryUse.Complete(true, false);
        }
        return Attributes.onParameter(function, parameter, "writeonly")
                ? new MemoryUse.Complete(false, true)
                : new MemoryUse.Anything();
    }
}
