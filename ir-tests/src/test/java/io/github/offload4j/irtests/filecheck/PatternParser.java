package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses what stands after the colon of a directive. */
final class PatternParser {
    private static final Pattern VARIABLE =
            Pattern.compile("(?<name>\\$?[A-Za-z_][A-Za-z0-9_]*)(?<definition>:(?<regex>.*))?");
    private static final Pattern NUMERIC = Pattern.compile("#.*|@LINE.*");
    private static final int MAX_BACK_REFERENCE = 9;

    private final String source;
    private final int line;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private int groupCount;

    private PatternParser(String source, int line) {
        this.source = source;
        this.line = line;
    }

    /** Parses the pattern of a directive, or throws {@link CheckSyntaxException}. */
    static CheckPattern parse(String source, DirectiveSuffix directive, int line) {
        boolean emptyLine = directive.kind() == DirectiveKind.EMPTY;
        if (source.isEmpty() != emptyLine) {
            throw new CheckSyntaxException(line, emptyLine ? "EMPTY takes no check string" : "empty check string");
        }
        if (emptyLine) {
            return new CheckPattern.EmptyLine();
        }
        if (directive.literal() || !(source.contains("{{") || source.contains("[["))) {
            return new CheckPattern.Literal(source);
        }
        RegexPattern pattern = new PatternParser(source, line).parsePieces();
        if (directive.kind() == DirectiveKind.LABEL
                && !(pattern.uses().isEmpty() && pattern.defines().isEmpty())) {
            throw new CheckSyntaxException(line, "LABEL with a variable");
        }
        return pattern;
    }

    private RegexPattern parsePieces() {
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("{{", at)) {
                at = readRegex(at);
            } else if (source.startsWith("[[", at) && !source.startsWith("[[[", at)) {
                at = readVariable(at);
            } else {
                at = readText(at);
            }
        }
        return new RegexPattern(pieces, groups);
    }

    private int readText(int start) {
        int end = start + 1;
        while (end < source.length() && !source.startsWith("{{", end) && !source.startsWith("[[", end)) {
            end++;
        }
        pieces.add(new Piece.Text(source.substring(start, end)));
        return end;
    }

    private int readRegex(int start) {
        int end = source.indexOf("}}", start);
        if (end < 0) {
            throw new CheckSyntaxException(line, "'{{' without '}}'");
        }
        String regex = source.substring(start + 2, end);
        // The parentheses count for back-references, so they stand where LLVM's tool puts them: around every block
        // up to the last '|' of the pattern.
        boolean alternation = source.indexOf('|', start) >= 0;
        groupCount += countGroups(regex) + (alternation ? 1 : 0);
        pieces.add(new Piece.Regex(alternation ? '(' + regex + ')' : regex));
        return end + 2;
    }

    private int readVariable(int start) {
        int end = variableEnd(start + 2);
        String block = source.substring(start + 2, end);
        Matcher variable = VARIABLE.matcher(block);
        if (!variable.matches()) {
            throw new CheckSyntaxException(
                    line,
                    NUMERIC.matcher(block).matches()
                            ? "numeric block '[[" + block + "]]', which is not supported"
                            : "malformed variable block '[[" + block + "]]'");
        }
        String name = variable.group("name");
        if (variable.group("definition") != null) {
            define(name, variable.group("regex"));
        } else {
            use(name);
        }
        return end + 2;
    }

    private void define(String name, String regex) {
        groups.put(name, ++groupCount);
        groupCount += regex.isEmpty() ? 0 : countGroups(regex);
        pieces.add(new Piece.Definition(regex));
    }

    private void use(String name) {
        Integer group = groups.get(name);
        if (group == null) {
            pieces.add(new Piece.Use(name));
        } else if (group <= MAX_BACK_REFERENCE) {
            pieces.add(new Piece.BackReference(group));
        } else {
            throw new CheckSyntaxException(
                    line, "use of '" + name + "', which the same line captures after too many other groups");
        }
    }

    /** Finds the {@code ]]} of a block; brackets inside pair up, and a backslash hides the character after it. */
    private int variableEnd(int start) {
        int depth = 0;
        for (int at = start; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> {
                    if (depth == 0 && source.startsWith("]]", at)) {
                        return at;
                    }
                    if (depth == 0) {
                        throw new CheckSyntaxException(line, "']' without '[' in a variable block");
                    }
                    depth--;
                }
                default -> {}
            }
        }
        throw new CheckSyntaxException(line, "'[[' without ']]'");
    }

    private int countGroups(String regex) {
        try {
            return PosixRegex.compile(regex).groupCount();
        } catch (RegexSyntaxException e) {
            throw new CheckSyntaxException(line, "invalid regex '" + regex + "': " + e.getMessage());
        }
    }
}
