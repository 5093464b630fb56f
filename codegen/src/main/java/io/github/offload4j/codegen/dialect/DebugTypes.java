package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.stream.Collectors;

/** Debug-information types that LLVM 20 has no node for; a basic type keeps their name and size. */
final class DebugTypes implements Rule {
    private static final List<String> KEPT = List.of("name", "size", "align", "encoding", "flags");

    @Override
    public List<String> words() {
        return List.of("!DISubrangeType", "!DIFixedPointType");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.node()) != '(') {
            return token.end();
        }
        Node node = Node.at(token.node(), source);
        String fields = node.fields().stream()
                .filter(field -> KEPT.contains(field.name()) && !field.value().startsWith("!"))
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining(", "));
        edits.replace(
                new Span(token.start(), Math.min(node.close() + 1, source.length())), "!DIBasicType(" + fields + ")");
        edits.count(Rewriting.DEBUG_TYPES);
        return node.close();
    }
}
