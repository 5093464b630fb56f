package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;

/**
 * What a function does with the memory behind one of its pointer parameters.
 *
 * @param bound all that it may do
 * @param reads whether it has an instruction that certainly reads through the parameter
 * @param writes whether it has an instruction that certainly writes through the parameter
 * @param followed pointers that it takes out of that memory and follows; there may be more
 */
public record ParameterAccess(MemoryUse bound, boolean reads, boolean writes, List<FollowedPointer> followed) {
    /** Copies the list. */
    public ParameterAccess {
        followed = List.copyOf(followed);
    }

    /**
     * A pointer that lies in memory and is followed.
     *
     * @param load the instruction that takes it out, in LLVM's simplified form of the function
     * @param offset where it lies, in bytes from the parameter, or -1 when the function computes that
     */
    public record FollowedPointer(IrInstruction load, long offset) {}
}
