package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;

/**
 * A value and where it was written.
 *
 * @param <T> the value's type
 * @param value the value
 * @param position where it begins
 */
public record Located<T>(T value, Position position) {}
