package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.signature.Access;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A parameter of a library's function. */
public sealed interface LibraryParameter {
    /** Returns the name. */
    String name();

    /** Returns the type in LLVM's spelling. */
    default String type() {
        if (this instanceof Integral integral) {
            return "i" + integral.bits();
        }
        if (this instanceof Value value) {
            return value.valueType();
        }
        return this instanceof Choice ? "i32" : "ptr";
    }

    /** Returns the type that the library gets it in, which is another where numbers stand for variables. */
    default String passedType() {
        return this instanceof Choice choice && choice.enumeration().isSymbolic() ? "ptr" : type();
    }

    /** Returns whether the library gets it; the others serve to compute how much is mapped. */
    default boolean isPassed() {
        return !(this instanceof Integral integral && integral.role() == Role.EXTRA);
    }

    /** Returns how many bits an integer has, or nothing for what is none. */
    default OptionalInt integerBits() {
        return type().startsWith("i") ? OptionalInt.of(Integer.parseInt(type().substring(1))) : OptionalInt.empty();
    }

    /** What an integer says. */
    enum Role {
        /** How many there are, at least 0. */
        SIZE,
        /** How far two columns, or rows, of a matrix are apart. */
        LEADING,
        /** How far two elements of a vector are apart, negative for the reverse order. */
        INCREMENT,
        /** How far two arrays of a batch are apart. */
        STRIDE,
        /** How many there are; the library does not get it. */
        EXTRA
    }

    /**
     * A pointer that is passed as it is, such as the library's handle, a plan, a communicator or a stream.
     *
     * @param name the name
     */
    record Handle(String name) implements LibraryParameter {
        /** Checks the value. */
        public Handle {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * A number that is passed as it is.
     *
     * @param name the name
     * @param valueType its type in LLVM's spelling
     */
    record Value(String name, String valueType) implements LibraryParameter {
        /** Checks the values. */
        public Value {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(valueType, "valueType is null");
        }
    }

    /**
     * One of a library's constants.
     *
     * @param name the name
     * @param enumeration which there are
     */
    record Choice(String name, LibraryEnumeration enumeration) implements LibraryParameter {
        /** Checks the values. */
        public Choice {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(enumeration, "enumeration is null");
        }
    }

    /**
     * An integer that extents are computed from.
     *
     * @param name the name
     * @param role what it says
     * @param bits how wide it is, 32 or 64
     */
    record Integral(String name, Role role, int bits) implements LibraryParameter {
        /** Checks the values. */
        public Integral {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(role, "role is null");
        }
    }

    /**
     * A pointer of the host to numbers that are no array, such as factors and results.
     *
     * @param name the name
     * @param access whether the library reads or writes them, or both
     * @param element the type of one in LLVM's spelling; a byte where a parameter says how many one has
     * @param sizedBy the parameter that says how many bytes one has
     * @param count how many there are
     */
    record Numbers(String name, Access access, String element, Optional<LibraryExpression.Bytes> sizedBy, long count)
            implements LibraryParameter {
        /** Checks the values. */
        public Numbers {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(access, "access is null");
            Objects.requireNonNull(element, "element is null");
            Objects.requireNonNull(sizedBy, "sizedBy is null");
        }

        /** Returns the same as an array, which is mapped. */
        Array asArray() {
            return new Array(
                    name, access, element, sizedBy, new LibraryShape.Flat(new LibraryExpression.Constant(count)));
        }
    }

    /**
     * An array, which is mapped.
     *
     * @param name the name
     * @param access in which direction
     * @param element the type of an element in LLVM's spelling; a byte where a parameter says how many an element has
     * @param sizedBy the parameter that says how many bytes an element has
     * @param shape which elements
     */
    record Array(
            String name, Access access, String element, Optional<LibraryExpression.Bytes> sizedBy, LibraryShape shape)
            implements LibraryParameter {
        /** Checks the values. */
        public Array {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(access, "access is null");
            Objects.requireNonNull(element, "element is null");
            Objects.requireNonNull(sizedBy, "sizedBy is null");
            Objects.requireNonNull(shape, "shape is null");
        }

        /**
         * Returns whether the elements are pointers. Such an array has to be mapped when the call is made, with what its
         * elements point to, so that they are pointers of the device there.
         */
        public boolean isOfPointers() {
            return element.equals("ptr");
        }
    }
}
