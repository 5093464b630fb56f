package io.github.offload4j.codegen.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The flag of a name without template arguments: debuggers have to do without knowing that there are some. */
final class NameFlags implements Rule {
    private static final String FLAG = "DIFlagNameIsSimplified";

    @Override
    public List<String> words() {
        return List.of(FLAG);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        int start = token.start();
        int end = token.end();
        while (start > 0 && source.at(start) != ':' && source.at(start) != '(') {
            start--;
        }
        while (end < source.length() && source.at(end) != ',' && source.at(end) != ')') {
            end++;
        }
        Span value = new Span(start + 1, end);
        String others = Arrays.stream(source.text(value).split("\\|"))
                .map(String::strip)
                .filter(flag -> !flag.equals(FLAG))
                .collect(Collectors.joining(" | "));
        if (others.isEmpty()) {
            DroppedFields.remove(source.wordBefore(start).from(), source, edits);
        } else {
            edits.replace(value, " " + others);
        }
        edits.count(Rewriting.TYPE_FIELDS);
        return end;
    }
}
