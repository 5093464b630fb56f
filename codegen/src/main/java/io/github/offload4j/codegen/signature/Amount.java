package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A number of elements, known now or when the program runs. */
public sealed interface Amount {
    /**
     * A number known now.
     *
     * @param elements how many
     */
    record Known(long elements) implements Amount {}

    /**
     * A number that the program computes. One narrower than 64 bits is widened as a signed number.
     *
     * @param elements an integer of at most 64 bits
     */
    record Computed(IrValue elements) implements Amount {
        /** Checks the value. */
        public Computed {
            Objects.requireNonNull(elements, "elements is null");
        }
    }

    /**
     * A number that is computed, also from what stands in the structure that a {@link Member} is in.
     *
     * @param formula in elements
     */
    record Expression(Formula formula) implements Amount {
        /** Checks the value. */
        public Expression {
            Objects.requireNonNull(formula, "formula is null");
        }
    }

    /** Returns a number that is computed. */
    static Amount of(Formula formula) {
        return new Expression(formula);
    }

    /** Returns a number known now. */
    static Amount of(long elements) {
        return new Known(elements);
    }

    /** Returns a number that the program computes, an integer of at most 64 bits; a constant is known now. */
    static Amount of(LLVMValueRef elements) {
        IrValue value = IrValue.of(elements, "elements");
        return value.constantInteger().isPresent()
                ? new Known(value.constantInteger().getAsLong())
                : new Computed(value);
    }

    /** Returns whether it is certainly so many. */
    default boolean is(long number) {
        return this instanceof Known known && known.elements() == number;
    }
}
