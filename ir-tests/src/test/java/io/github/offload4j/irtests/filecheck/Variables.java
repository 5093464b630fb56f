package io.github.offload4j.irtests.filecheck;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values that variables have captured so far. */
final class Variables {
    private final Map<String, String> values = new HashMap<>();

    void define(String name, String value) {
        values.put(name, value);
    }

    Optional<String> valueOf(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
