package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrInstruction;

/** What an instruction means to some data. */
sealed interface Event {
    /** Where in its block the instruction is. */
    int position();

    /** The instruction. */
    IrInstruction instruction();

    /** A site maps the data. */
    record Open(int position, IrInstruction instruction, Occurrence occurrence) implements Event {}

    /** A site unmaps the data. */
    record Close(int position, IrInstruction instruction, Occurrence occurrence) implements Event {}

    /**
     * The data must be on the host.
     *
     * @param reason why, as a clause
     */
    record Barrier(int position, IrInstruction instruction, String reason) implements Event {}

    /** A function is called that maps the data for itself, unless it finds it on the device. */
    record Pass(int position, IrInstruction instruction, Occurrence occurrence) implements Event {}

    /** Control may not get past the instruction. */
    record Stop(int position, IrInstruction instruction) implements Event {}
}
