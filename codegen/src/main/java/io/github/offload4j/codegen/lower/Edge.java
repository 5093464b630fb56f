package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/**
 * One way out of an invoke, with a place that only this way leads through.
 *
 * @param target where the invoke jumps to
 * @param place what code for this way is put in front of
 * @param funclet the pad of the funclet that the place is in, when it is in one
 */
record Edge(IrBlock target, IrInstruction place, Optional<IrValue> funclet) {}
