package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/**
 * A pattern with blocks.
 *
 * @param pieces the parts of the pattern in order
 * @param groups for each variable that the pattern captures, the group of the regular expression that holds its value
 */
record RegexPattern(List<Piece> pieces, Map<String, Integer> groups) implements CheckPattern {
    RegexPattern {
        pieces = List.copyOf(pieces);
        groups = Map.copyOf(groups);
    }

    @Override
    public Optional<Span> find(String text, Variables variables) {
        Optional<MatchResult> match = regex(variables).flatMap(regex -> regex.find(text));
        match.ifPresent(found -> groups.forEach((name, group) -> variables.define(name, found.group(group))));
        return match.map(found -> new Span(found.start(), found.end()));
    }

    private Optional<PosixRegex> regex(Variables variables) {
        String regex = pieces.stream().map(piece -> piece.regex(variables)).collect(Collectors.joining());
        try {
            return Optional.of(PosixRegex.compile(regex));
        } catch (RegexSyntaxException e) {
            // The blocks are valid one by one, so this is a back-reference that names another group now that it
            // counts from the start of the pattern. LLVM's tool finds no match then.
            return Optional.empty();
        }
    }

    @Override
    public List<String> literals(Variables variables) {
        List<String> literals = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        for (Piece piece : pieces) {
            Optional<String> literal = piece.literal(variables);
            if (literal.isPresent()) {
                stretch.append(literal.get());
            } else {
                literals.add(stretch.toString());
                stretch.setLength(0);
            }
        }
        literals.add(stretch.toString());
        return literals;
    }

    @Override
    public List<String> uses() {
        return pieces.stream()
                .filter(Piece.Use.class::isInstance)
                .map(piece -> ((Piece.Use) piece).variable())
                .distinct()
                .toList();
    }

    @Override
    public Set<String> defines() {
        return groups.keySet();
    }
}
