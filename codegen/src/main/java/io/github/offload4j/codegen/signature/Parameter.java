package io.github.offload4j.codegen.signature;

import java.util.Objects;

/**
 * One parameter of an offloaded callable.
 *
 * @param name what messages, and the runtime's own reports, call it; empty when it has no name
 * @param passing how its argument reaches the callee
 */
public record Parameter(String name, Passing passing) {
    /** Checks the values. */
    public Parameter {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(passing, "passing is null");
    }
}
