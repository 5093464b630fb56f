package io.github.offload4j.codegen.ir;

import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Checks on native handles. */
final class Handles {
    private Handles() {}

    /** Returns the handle, or throws when it is null on either side of the border. */
    static <T extends Pointer> T require(@Nullable T handle, String what) {
        if (handle == null || handle.isNull()) {
            throw new NullPointerException(what + " is null");
        }
        return handle;
    }

    /**
     * Returns a hash code of the object behind a handle. The low bits of an address are the same for all, which a hash table
     * would make one list of; multiplying by the golden ratio spreads them.
     */
    static int hash(Pointer handle) {
        return (int) ((handle.address() * 0x9E37_79B9_7F4A_7C15L) >>> Integer.SIZE);
    }

    /** Returns whether the native side answered with a null handle. */
    static boolean isNull(@Nullable Pointer handle) {
        return handle == null || handle.isNull();
    }
}
