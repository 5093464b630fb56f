package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/**
 * What a function does with the memory behind one of its pointer parameters.
 *
 * @param read an instruction that reads it, when there is one
 * @param write an instruction that writes it, when there is one
 * @param followed the pointers that it takes out of that memory and follows
 * @param complete whether this is all: false when the pointer goes where it cannot be followed
 */
public record ParameterAccess(
        Optional<IrInstruction> read, Optional<IrInstruction> write, List<FollowedPointer> followed, boolean complete) {
    /** Copies the list. */
    public ParameterAccess {
        followed = List.copyOf(followed);
    }

    /**
     * A pointer that lies in memory and is followed.
     *
     * @param load the instruction that takes it out
     * @param offset where it lies, in bytes from the parameter, or -1 when the function computes that
     */
    public record FollowedPointer(IrInstruction load, long offset) {}
}
