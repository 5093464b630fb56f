package io.github.offload4j.codegen.diagnostic;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.Supplier;

/** What part of a site an {@link OffloadException} is about. */
public sealed interface Subject extends Serializable {
    /**
     * An argument.
     *
     * @param name what the user calls it, empty when it has no name
     * @param number as the user counts the callee's arguments, from 1; 0 where nobody counts them
     */
    record Argument(String name, int number) implements Subject {
        /** Checks the value. */
        public Argument {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /** What runs when a launch is refused. */
    record Fallback() implements Subject {}

    /**
     * Takes a step of which all that is refused is about this.
     *
     * @throws OffloadException that says so, when the step is refused
     */
    default <T> T during(Supplier<T> step) {
        Objects.requireNonNull(step, "step is null");
        try {
            return step.get();
        } catch (OffloadException e) {
            throw e.about(this);
        }
    }

    /**
     * Takes a step without a result.
     *
     * @throws OffloadException that says so, when the step is refused
     */
    default void run(Runnable step) {
        Objects.requireNonNull(step, "step is null");
        during(() -> {
            step.run();
            return this;
        });
    }
}
