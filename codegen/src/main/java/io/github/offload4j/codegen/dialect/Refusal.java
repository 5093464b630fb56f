package io.github.offload4j.codegen.dialect;

/**
 * Something that the reading LLVM cannot be given.
 *
 * @param offset where it is
 * @param message the fact and what to do
 */
record Refusal(int offset, String message) {}
