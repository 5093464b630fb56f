package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** How many bytes of a mapped argument the device needs. */
public sealed interface Extent {
    /**
     * A number of bytes known now.
     *
     * @param bytes at least 0
     */
    record Bytes(long bytes) implements Extent {
        /** Checks the value. */
        public Bytes {
            if (bytes < 0) {
                throw new OffloadException(Reason.ARGUMENT, "negative extent of " + bytes + " bytes");
            }
        }
    }

    /**
     * The size of one object.
     *
     * @param type the object's type
     */
    record Pointee(TypeSource type) implements Extent {
        /** Checks the value. */
        public Pointee {
            Objects.requireNonNull(type, "pointee is null");
        }
    }

    /**
     * A number of elements known when the program runs. A count narrower than 64 bits is widened as a signed number.
     *
     * @param count an integer of at most 64 bits, in elements
     * @param element the type of one element
     */
    record Count(IrValue count, TypeSource element) implements Extent {
        /** Checks the value. */
        public Count {
            Objects.requireNonNull(count, "count is null");
            Objects.requireNonNull(element, "element is null");
        }
    }

    /**
     * A part of an array of up to three dimensions. One with gaps can be updated only.
     *
     * @param element the type of one element
     * @param ranges the dimensions, the outermost first
     */
    record Section(TypeSource element, List<Range> ranges) implements Extent {
        private static final int MOST = 3;

        /**
         * Checks the values.
         *
         * @throws OffloadException when there is no dimension, or more than three
         */
        public Section {
            Objects.requireNonNull(element, "element is null");
            ranges = List.copyOf(Objects.requireNonNull(ranges, "ranges is null"));
            if (ranges.isEmpty() || ranges.size() > MOST) {
                throw new OffloadException(
                        Reason.ARGUMENT, "a section of " + ranges.size() + " dimensions; expected 1 to " + MOST);
            }
        }
    }

    /**
     * A number of elements that stands in the structure that a {@link Member} is in. One narrower than 64 bits is widened as
     * a signed number.
     *
     * @param at where it stands there, in bytes
     * @param bits how wide it is: 8, 16, 32 or 64
     * @param element the type of one element
     */
    record Field(long at, int bits, TypeSource element) implements Extent {
        /** Checks the values. */
        public Field {
            Objects.requireNonNull(element, "element is null");
            if (at < 0) {
                throw new OffloadException(Reason.ARGUMENT, "negative offset of a count, " + at);
            }
            if (bits < Byte.SIZE || bits > Long.SIZE || Integer.bitCount(bits) != 1) {
                throw new OffloadException(
                        Reason.ARGUMENT, "a count of " + bits + " bits; expected 8, 16, 32 or 64 in a structure");
            }
        }
    }

    /**
     * A number of elements that is computed, also from what stands in the structure that a {@link Member} is in.
     *
     * @param count in elements
     * @param element the type of one element
     */
    record Computed(Formula count, TypeSource element) implements Extent {
        /** Checks the values. */
        public Computed {
            Objects.requireNonNull(count, "count is null");
            Objects.requireNonNull(element, "element is null");
        }
    }

    /**
     * Returns the extent of an array whose length is computed.
     *
     * @param count in elements
     * @param element the element type in LLVM's spelling
     */
    static Extent count(Formula count, String element) {
        return new Computed(count, new TypeSource.Text(element));
    }

    /**
     * Returns the extent of an array whose length is computed.
     *
     * @param count in elements
     * @param element the element type
     */
    static Extent count(Formula count, LLVMTypeRef element) {
        return new Computed(count, new TypeSource.Resolved(IrType.of(element, "element")));
    }

    /**
     * Returns the extent of a part of an array.
     *
     * @param element the element type in LLVM's spelling
     * @param ranges the dimensions, the outermost first
     * @throws OffloadException when there is no dimension, or more than three
     */
    static Extent section(String element, Range... ranges) {
        Objects.requireNonNull(ranges, "ranges is null");
        for (Range range : ranges) {
            Objects.requireNonNull(range, "range is null");
        }
        return new Section(new TypeSource.Text(element), List.of(ranges));
    }

    /**
     * Returns an extent of a number of bytes.
     *
     * @throws OffloadException when it is negative
     */
    static Extent bytes(long bytes) {
        return new Bytes(bytes);
    }

    /**
     * Returns an extent of a number of bytes known when the program runs.
     *
     * @param bytes an integer of at most 64 bits
     */
    static Extent bytes(LLVMValueRef bytes) {
        return new Count(IrValue.of(bytes, "bytes"), new TypeSource.Text("i8"));
    }

    /**
     * Returns the extent of one object.
     *
     * @param pointee the object's type in LLVM's spelling, for example {@code [6 x float]}
     */
    static Extent of(String pointee) {
        return new Pointee(new TypeSource.Text(pointee));
    }

    /** Returns the extent of one object of a type. */
    static Extent of(LLVMTypeRef pointee) {
        return new Pointee(new TypeSource.Resolved(IrType.of(pointee, "pointee")));
    }

    /**
     * Returns the extent of an array whose length the program knows.
     *
     * @param count an integer of at most 64 bits, in elements
     * @param element the element type in LLVM's spelling
     */
    static Extent count(LLVMValueRef count, String element) {
        return new Count(IrValue.of(count, "count"), new TypeSource.Text(element));
    }

    /**
     * Returns the extent of an array whose length the program knows.
     *
     * @param count an integer of at most 64 bits, in elements
     * @param element the element type
     */
    static Extent count(LLVMValueRef count, LLVMTypeRef element) {
        return new Count(IrValue.of(count, "count"), new TypeSource.Resolved(IrType.of(element, "element")));
    }

    /**
     * Returns the extent of an array whose length stands in the structure that points to it.
     *
     * @param at where it stands in the structure, in bytes
     * @param bits how wide it is: 8, 16, 32 or 64
     * @param element the element type in LLVM's spelling
     * @throws OffloadException when a number is out of range
     */
    static Extent field(long at, int bits, String element) {
        return new Field(at, bits, new TypeSource.Text(element));
    }
}
