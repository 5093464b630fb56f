package io.github.offload4j.irtests.filecheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an input violates a directive. */
sealed interface Mismatch {
    Directive directive();

    /** The stretch of the input that shows the mismatch. */
    Span region();

    /** What happened, and where in the input, a statement a line. */
    List<String> describe(SourceText input);

    /** The pattern has no match where it should have one. */
    record NotFound(Directive directive, Span region, Variables variables) implements Mismatch {
        @Override
        public List<String> describe(SourceText input) {
            Optional<String> candidate = NearestLine.find(directive.pattern().literals(variables), input, region)
                    .map(line -> "possible intended match at input line " + line.number() + ": " + line.text());
            String end = region.end() == input.text().length() ? "its end" : place(input, region.end());
            return Stream.of(
                            Stream.of("not found in the input from " + place(input, region.start()) + " to " + end),
                            values(directive, variables),
                            candidate.stream())
                    .flatMap(lines -> lines)
                    .toList();
        }
    }

    /** The pattern of a {@code NOT} has a match. */
    record Excluded(Directive directive, Span region, Variables variables) implements Mismatch {
        @Override
        public List<String> describe(SourceText input) {
            return Stream.concat(
                            Stream.of("found in the input at " + place(input, region.start()) + ": "
                                    + input.slice(region)),
                            values(directive, variables))
                    .toList();
        }
    }

    /**
     * The match is on another line than the directive asks.
     *
     * @param directive the directive
     * @param region the input from the end of the previous match to the start of this one
     */
    record WrongLine(Directive directive, Span region) implements Mismatch {
        @Override
        public List<String> describe(SourceText input) {
            String expected = switch (directive.kind()) {
                case SAME -> "the line of the previous match";
                case NEXT, EMPTY, PLAIN, NOT, DAG, LABEL, END -> "the line after the previous match";
            };
            return List.of(
                    "found in the input at " + place(input, region.end()) + ", not on " + expected,
                    "the previous match ends at " + place(input, region.start()));
        }
    }

    /** The pattern uses a variable that no match has defined. */
    record UndefinedVariable(Directive directive, Span region, String name) implements Mismatch {
        @Override
        public List<String> describe(SourceText input) {
            return List.of("undefined variable: " + name);
        }
    }

    private static String place(SourceText input, int offset) {
        return "line " + input.lineAt(offset) + ", column " + input.columnAt(offset);
    }

    private static Stream<String> values(Directive directive, Variables variables) {
        return directive.pattern().uses().stream()
                .map(name ->
                        "variable " + name + " is \"" + variables.valueOf(name).orElse("") + '"');
    }
}
