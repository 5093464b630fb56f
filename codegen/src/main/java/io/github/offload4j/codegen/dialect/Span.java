package io.github.offload4j.codegen.dialect;

/**
 * A piece of a text.
 *
 * @param from the first byte
 * @param to the byte behind the last one
 */
record Span(int from, int to) {}
