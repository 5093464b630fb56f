package io.github.offload4j.codegen.ir;

import java.util.List;

/**
 * An instruction of a {@link StepCode}.
 *
 * @param kind what it does
 * @param origin the instruction
 * @param result the number of its value, or -1
 * @param operands the numbers of its operands, without the callee and without blocks
 * @param bits of the result, or of what is compared, widened with its sign or jumped by; bytes that are read or written
 * @param detail the comparison, the name of the callee, or empty
 * @param scales for each operand of an address but the first how many bits it has and what it counts for, and last what is
 *     added
 * @param targets the blocks that come next: where it goes on otherwise is the last
 * @param cases of a jump by a number, one for each target but the last
 */
public record Step(
        Kind kind,
        IrInstruction origin,
        int result,
        List<Integer> operands,
        int bits,
        String detail,
        List<Long> scales,
        List<Integer> targets,
        List<Long> cases) {
    /** Copies the lists. */
    public Step {
        operands = List.copyOf(operands);
        scales = List.copyOf(scales);
        targets = List.copyOf(targets);
        cases = List.copyOf(cases);
    }

    /** What a step does. */
    public enum Kind {
        /** Adds. */
        ADD,
        /** Subtracts. */
        SUBTRACT,
        /** Multiplies. */
        MULTIPLY,
        /** Computes the bitwise and. */
        AND,
        /** Computes the bitwise or. */
        OR,
        /** Computes the bitwise exclusive or. */
        XOR,
        /** Shifts to the left. */
        SHIFT_LEFT,
        /** Shifts to the right, with zeros. */
        SHIFT_RIGHT,
        /** Shifts to the right, with the sign. */
        SHIFT_RIGHT_SIGNED,
        /** Divides. */
        DIVIDE,
        /** Divides signed numbers. */
        DIVIDE_SIGNED,
        /** Computes what a division leaves. */
        REMAINDER,
        /** Computes what a division of signed numbers leaves. */
        REMAINDER_SIGNED,
        /** Widens with zeros, or cuts. */
        RESIZE,
        /** Widens with the sign. */
        EXTEND,
        /** Gives its operand. */
        COPY,
        /** Compares numbers. */
        COMPARE,
        /** Chooses. */
        SELECT,
        /** Computes an address. */
        ADDRESS,
        /** Reads memory. */
        LOAD,
        /** Writes memory: the value, then the address. */
        STORE,
        /** Changes memory in one step, or accesses it in an order that others can see. */
        ATOMIC,
        /** Calls a function by name that has no body here. */
        CALL,
        /** Jumps. */
        JUMP,
        /** Returns. */
        RETURN,
        /** Computes what is not followed. */
        UNKNOWN,
        /** Does what is not followed. */
        LOST
    }
}
