package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.stream.Collectors;

/** Labels in debug information, which have got a column and more; LLVM 20 knows their name, file and line. */
final class LabelFields implements Rule {
    private static final List<String> NEWER = List.of("column", "isArtificial", "coroSuspendIdx");

    @Override
    public List<String> words() {
        return List.of("!DILabel");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.node()) != '(') {
            return token.end();
        }
        Node node = Node.at(token.node(), source);
        List<Node.Field> older = node.fields().stream()
                .filter(field -> !NEWER.contains(field.name()))
                .toList();
        if (older.size() < node.fields().size()) {
            String fields =
                    older.stream().map(field -> source.text(field.span())).collect(Collectors.joining(", "));
            edits.replace(new Span(node.open() + 1, node.close()), fields);
            edits.count(Rewriting.LABEL_FIELDS);
        }
        return node.close();
    }
}
