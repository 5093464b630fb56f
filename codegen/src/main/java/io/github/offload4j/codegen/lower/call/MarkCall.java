package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;

/**
 * A call of a function that is a mark.
 *
 * @param function which mark it is
 * @param call the call, or the invoke
 */
record MarkCall(MarkFunction function, IrInstruction call) {
    IrValue operand(int index) {
        return call.arguments().get(index);
    }
}
