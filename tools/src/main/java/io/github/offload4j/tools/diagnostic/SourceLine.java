package io.github.offload4j.tools.diagnostic;

/**
 * A line of a source, and the place in it that a message is about.
 *
 * @param text the line without its end
 * @param column from 1, in characters as Unicode counts them
 */
public record SourceLine(String text, int column) {}
