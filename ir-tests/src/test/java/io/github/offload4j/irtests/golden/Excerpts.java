package io.github.offload4j.irtests.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts functions and variables out of a module's text, each variable once. */
final class Excerpts {
    private static final String SYMBOL = "(@(?:[\\w.$-]+|\"[^\"]+\"))";
    private static final Pattern VARIABLE = Pattern.compile("([@%!](?:[\\w.$-]+|\"[^\"]+\")) = .*");
    private static final Pattern FUNCTION = Pattern.compile("(?:define|declare) .*?" + SYMBOL + "\\(.*");
    private static final Pattern NAME = Pattern.compile(SYMBOL);
    private static final Pattern ATTRIBUTES = Pattern.compile("attributes (#\\d+) = \\{ (.*) \\}");
    private static final Pattern GROUP = Pattern.compile("(?<= )#\\d+(?=[ ,]|$)");
    private static final Pattern NUMBER = Pattern.compile("@\\d+");
    private static final Pattern LABEL = Pattern.compile("([\\w.$-]+):.*");
    private static final Pattern NODE = Pattern.compile("(?<!^)!\\d+");

    private final Map<String, String> groups = new HashMap<>();

    /** Variables, types and metadata. */
    private final Map<String, String> variables = new LinkedHashMap<>();

    private final Map<String, List<String>> functions = new LinkedHashMap<>();

    private final Set<String> shown = new HashSet<>();

    Excerpts(String module) {
        module.lines()
                .map(ATTRIBUTES::matcher)
                .filter(Matcher::matches)
                .forEach(a -> groups.put(a.group(1), a.group(2)));
        List<String> open = null;
        for (String line : module.lines().map(this::withAttributes).toList()) {
            Matcher variable = VARIABLE.matcher(line);
            Matcher function = FUNCTION.matcher(line);
            if (open != null) {
                open.add(line);
                open = line.equals("}") ? null : open;
            } else if (variable.matches()) {
                variables.put(variable.group(1), line);
            } else if (function.matches()) {
                List<String> lines = new ArrayList<>(List.of(line));
                functions.put(function.group(1), lines);
                open = line.endsWith("{") ? lines : null;
            }
        }
    }

    private String withAttributes(String line) {
        return GROUP.matcher(line)
                .replaceAll(group -> Matcher.quoteReplacement(groups.getOrDefault(group.group(), group.group())));
    }

    /** Returns the functions that are defined, without the sign in front. */
    List<String> defined() {
        return functions.entrySet().stream()
                .filter(function -> function.getValue().size() > 1)
                .map(function -> function.getKey().substring(1))
                .toList();
    }

    /**
     * Which lines of a function are shown; the first and the last one are always.
     *
     * @param parts one of which a line has
     * @param blocks labels, one of which a line's block has; any where there are none
     */
    record Limit(List<String> parts, List<String> blocks) {
        static final Limit NONE = new Limit(List.of(""), List.of());

        private List<String> of(List<String> function) {
            List<String> shown = new ArrayList<>();
            String block = "";
            for (int i = 0; i < function.size(); i++) {
                String line = function.get(i);
                Matcher label = LABEL.matcher(line);
                block = label.matches() ? label.group(1) : block;
                boolean wanted = parts.stream().anyMatch(line::contains);
                if (i == 0 || i == function.size() - 1 || (wanted && (blocks.isEmpty() || blocks.contains(block)))) {
                    shown.add(line);
                }
            }
            return shown;
        }
    }

    /**
     * Returns a function, and the variables that the lines shown of it and they refer to, in the order in which they are
     * named; without those that were returned before, and those that only have numbers, texts of locations, where there is
     * a limit.
     */
    List<String> function(String name, Limit limit) {
        List<String> lines = limit.of(definition("@" + name));
        boolean all = limit.equals(Limit.NONE);
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = NAME.matcher(lines.get(i));
            while (named.find()) {
                String variable = variables.get(named.group());
                boolean wanted = all || !NUMBER.matcher(named.group()).matches();
                if (variable != null && wanted && shown.add(named.group())) {
                    lines.add(variable);
                }
            }
        }
        return lines;
    }

    /**
     * Returns one definition or declaration.
     *
     * @param name with the sign in front
     * @param limit what is shown of it when it is a function
     */
    List<String> definition(String name, Limit limit) {
        List<String> definition = definition(name);
        shown.add(name);
        return functions.containsKey(name) ? limit.of(definition) : definition;
    }

    /** Returns whether there is a definition or declaration; the name has its sign in front. */
    boolean has(String name) {
        return functions.containsKey(name) || variables.containsKey(name);
    }

    private List<String> definition(String name) {
        List<String> function = functions.get(name);
        if (function != null) {
            return function;
        }
        String variable = variables.get(name);
        if (variable == null) {
            throw new AssertionError("the output does not have " + name);
        }
        return List.of(name.startsWith("!") ? withNodes(variable) : variable);
    }

    /** Puts what is in unnamed metadata in the place of its numbers. */
    private String withNodes(String line) {
        return NODE.matcher(line).replaceAll(node -> {
            String definition = variables.getOrDefault(node.group(), node.group());
            return Matcher.quoteReplacement(
                    definition.substring(definition.indexOf("= ") + (definition.contains("= ") ? 2 : 1)));
        });
    }
}
