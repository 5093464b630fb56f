package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrInstruction;

/**
 * Something that is wrong with a mark.
 *
 * @param mark the mark, or whatever else uses the function of one
 * @param message the fact and what to do
 */
public record MisplacedMark(IrInstruction mark, String message) {}
