package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.IrInstruction;

/**
 * Something that the threads of a block certainly do wrong.
 *
 * @param kind what
 * @param certain whether no device can make up for it
 * @param at where
 * @param message the fact and what to do
 */
public record Fault(Kind kind, boolean certain, IrInstruction at, String message) {
    /** What goes wrong. */
    public enum Kind {
        /** Threads do not come together. */
        DIVERGENCE,
        /** Threads do not wait for one another. */
        RACE,
        /** Nobody has written what is read. */
        UNWRITTEN
    }
}
