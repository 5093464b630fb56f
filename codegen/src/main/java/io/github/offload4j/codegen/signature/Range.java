package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * One dimension of a section of an array.
 *
 * @param offset how many elements of the array lie in front of the first; those of all dimensions are added up
 * @param count how many there are
 * @param stride from one to the next, in elements of the array; 1 for neighbours
 */
public record Range(Amount offset, Amount count, Amount stride) {
    /**
     * Checks the values.
     *
     * @throws OffloadException when one that is known is negative, or the stride is not positive
     */
    public Range {
        requireAtLeast(0, Objects.requireNonNull(offset, "offset is null"), "offset");
        requireAtLeast(0, Objects.requireNonNull(count, "count is null"), "count");
        requireAtLeast(1, Objects.requireNonNull(stride, "stride is null"), "stride");
    }

    /**
     * Returns a dimension that is known now.
     *
     * @throws OffloadException when a number is negative, or the stride is not positive
     */
    public static Range of(long offset, long count, long stride) {
        return new Range(Amount.of(offset), Amount.of(count), Amount.of(stride));
    }

    /**
     * Returns a dimension that the program computes, from integers of at most 64 bits.
     *
     * @throws OffloadException when one is a constant that is negative, or a stride that is not positive
     */
    public static Range of(LLVMValueRef offset, LLVMValueRef count, LLVMValueRef stride) {
        return new Range(Amount.of(offset), Amount.of(count), Amount.of(stride));
    }

    private static void requireAtLeast(long least, Amount amount, String what) {
        if (amount instanceof Amount.Known known && known.elements() < least) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the " + what + " of a section is " + known.elements() + "; give a number from " + least);
        }
    }
}
