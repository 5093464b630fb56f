package io.github.offload4j.codegen.option;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Which memory is registered with the CUDA driver for as long as it is mapped, so that it is copied at the speed of the link.
 * Where there is no driver, or it refuses, copies are as they were.
 *
 * @param threshold how many bytes an argument must have; none when no memory is registered
 */
public record Pinning(OptionalLong threshold) {
    /** Registers nothing. */
    public static final Pinning OFF = new Pinning(OptionalLong.empty());

    /** Registers what is so large that registering it pays for a single mapping that copies in and out: 4 MiB. */
    public static final Pinning AUTOMATIC = from(4L << 20);

    /**
     * Makes a choice.
     *
     * @throws OffloadException when the threshold is less than 1
     */
    public Pinning {
        Objects.requireNonNull(threshold, "threshold is null");
        if (threshold.isPresent() && threshold.getAsLong() < 1) {
            throw new OffloadException(
                    Reason.OPTION,
                    "memory of " + threshold.getAsLong() + " bytes cannot be pinned; give the least size, 1 or more");
        }
    }

    /** Registers what has so many bytes at least. */
    public static Pinning from(long bytes) {
        return new Pinning(OptionalLong.of(bytes));
    }

    /** Returns whether any memory is registered. */
    public boolean isOn() {
        return threshold.isPresent();
    }
}
