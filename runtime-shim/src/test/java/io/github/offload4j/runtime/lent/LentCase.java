package io.github.offload4j.runtime.lent;

import io.github.offload4j.codegen.diagnostic.OffloadException;

/**
 * A call with an argument that may be too short.
 *
 * @param name what is wrong with it
 * @param call makes it
 * @param message what it is refused with, or an empty text when it is right
 */
record LentCase(String name, Runnable call, String message) {
    /** Makes the call, and returns what it was refused with. */
    String outcome() {
        try {
            call.run();
            return "";
        } catch (OffloadException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
