package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.OptionalLong;

/**
 * What a pointer points into.
 *
 * @param kind what sort of memory that is
 * @param object the stack slot, the variable, the allocating call, or whatever else the pointer comes from
 * @param offset how far in the pointer points, in bytes, when that is known
 * @param bytes the size of the object, when that is known
 */
public record PointerOrigin(Kind kind, IrValue object, OptionalLong offset, OptionalLong bytes) {
    /** Sorts of memory. */
    public enum Kind {
        /** A stack slot. */
        STACK("a stack variable"),
        /** A global variable. */
        GLOBAL("a global variable"),
        /** Memory that a C or C++ library function has allocated. */
        HEAP("heap memory"),
        /** Memory on a device. */
        DEVICE("device memory"),
        /** The null pointer. */
        NOTHING("null"),
        /** It cannot be told. */
        UNKNOWN("memory of unknown kind");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Returns whether this is certainly memory of the host. */
    public boolean isHost() {
        return kind == Kind.STACK || kind == Kind.GLOBAL || kind == Kind.HEAP;
    }
}
