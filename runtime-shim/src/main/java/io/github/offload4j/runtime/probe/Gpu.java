package io.github.offload4j.runtime.probe;

import java.util.Objects;
import java.util.Optional;

/**
 * A GPU as its driver describes it.
 *
 * @param name what its maker calls it
 * @param memoryBytes its memory in bytes, when the driver tells
 * @param target the {@code --target} that fits it, when the driver tells its architecture
 */
public record Gpu(String name, Optional<Long> memoryBytes, Optional<String> target) {
    /** Checks the values. */
    public Gpu {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(memoryBytes, "memoryBytes is null");
        Objects.requireNonNull(target, "target is null");
    }
}
