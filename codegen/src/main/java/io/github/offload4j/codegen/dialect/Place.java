package io.github.offload4j.codegen.dialect;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in bytes
 */
public record Place(int line, int column) {}
