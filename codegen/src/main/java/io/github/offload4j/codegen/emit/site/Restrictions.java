package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.signature.DataAction;

/** What a preset leaves out of all that the library can emit; each method refuses one thing where it is left out. */
public interface Restrictions {
    /** Nothing is left out. */
    Restrictions NONE = new Restrictions() {
        @Override
        public void checkArgument(String fact) {}

        @Override
        public void checkFallback() {}

        @Override
        public void checkData(DataAction action) {}

        @Override
        public void checkTasks() {}

        @Override
        public void checkImages() {}

        @Override
        public boolean ordersLibraryCalls() {
            return true;
        }
    };

    /**
     * Looks at an argument that is more than a pointer to mapped bytes, or a number.
     *
     * @param fact which argument it is, and what more
     * @throws OffloadException when that is left out
     */
    void checkArgument(String fact);

    /**
     * Looks at a launch with a fallback.
     *
     * @throws OffloadException when that is left out
     */
    void checkFallback();

    /**
     * Looks at what is done to data without calling anything.
     *
     * @throws OffloadException when that is left out
     */
    void checkData(DataAction action);

    /**
     * Looks at an asynchronous site, or a wait for one.
     *
     * @throws OffloadException when that is left out
     */
    void checkTasks();

    /**
     * Looks at device images.
     *
     * @throws OffloadException when they are left out
     */
    void checkImages();

    /** Returns whether calls of host functions wait for the work of a device, and it for theirs. */
    boolean ordersLibraryCalls();
}
