package io.github.offload4j.codegen.dialect;

/**
 * Something that the reading LLVM does not have, and that has nothing to become.
 *
 * @param offset where it is
 * @param construct what it is, as the text writes it
 * @param instead what to do
 */
record Refusal(int offset, String construct, String instead) {}
