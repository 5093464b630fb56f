package io.github.offload4j.codegen.dialect;

import java.util.List;

/**
 * A node of debug information.
 *
 * @param kind its name with the sign in front
 * @param open where its bracket opens
 * @param close where it closes
 */
record Node(String kind, int open, int close, List<Field> fields) {
    /**
     * A field of a node.
     *
     * @param span name and value
     */
    record Field(String name, String value, Span span) {}

    static Node at(int open, Source source) {
        Bracket bracket = source.bracket(open);
        Span name = source.wordBefore(open);
        return new Node(
                "!" + source.text(name),
                open,
                bracket.close(),
                bracket.parts().stream().map(part -> field(part, source)).toList());
    }

    private static Field field(Span part, Source source) {
        int colon = source.endOfWord(part.from());
        return new Field(
                source.text(part.from(), colon),
                colon < part.to() ? source.text(source.skipBlank(colon + 1), part.to()) : "",
                part);
    }
}
