package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.OperandBundle;

/**
 * One bundle that marks a call.
 *
 * @param position which of the call's marks it is, from 0
 * @param bundle its tag and operands
 */
record Mark(int position, OperandBundle bundle) {
    IrValue operand(int index) {
        return bundle.values().get(index);
    }
}
