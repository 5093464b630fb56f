package io.github.offload4j.codegen.dialect;

/**
 * A word that a rule asked for.
 *
 * @param start its first byte, the sign in front of a name included
 * @param end the byte behind it
 * @param node where the bracket of the debug-information node opens that began last; -1 for none
 * @param declared whether it is the name of a function at its declaration
 */
record Token(int start, int end, int node, boolean declared) {
    Span span() {
        return new Span(start, end);
    }
}
