package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;

/**
 * An instruction that does something with a pointer other than computing another from it.
 *
 * @param instruction the instruction
 * @param pointer the operand: the pointer itself, or one computed from it
 */
public record PointerUse(IrInstruction instruction, IrValue pointer) {}
