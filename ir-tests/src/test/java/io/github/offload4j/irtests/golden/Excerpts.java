package io.github.offload4j.irtests.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts functions and variables out of a module's text. */
final class Excerpts {
    private static final String SYMBOL = "(@(?:[\\w.$-]+|\"[^\"]+\"))";
    private static final Pattern VARIABLE = Pattern.compile("([@%!](?:[\\w.$-]+|\"[^\"]+\")) = .*");
    private static final Pattern FUNCTION = Pattern.compile("(?:define|declare) .*?" + SYMBOL + "\\(.*");
    private static final Pattern NAME = Pattern.compile(SYMBOL);
    private static final Pattern ATTRIBUTES = Pattern.compile("attributes (#\\d+) = \\{ (.*) \\}");
    private static final Pattern GROUP = Pattern.compile("(?<= )#\\d+(?=[ ,]|$)");
    private static final Pattern NODE = Pattern.compile("(?<!^)!\\d+");

    private final Map<String, String> groups = new HashMap<>();

    /** Variables, types and metadata. */
    private final Map<String, String> variables = new LinkedHashMap<>();

    private final Map<String, List<String>> functions = new LinkedHashMap<>();

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
     * Returns a function, and the variables that it and they refer to, in the order in which they are named.
     *
     * @param parts lines of the body are left out that have none of these
     */
    List<String> function(String name, List<String> parts) {
        List<String> whole = definition("@" + name);
        int last = whole.size() - 1;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            if (i == 0 || i == last || parts.stream().anyMatch(whole.get(i)::contains)) {
                lines.add(whole.get(i));
            }
        }
        Set<String> shown = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = NAME.matcher(lines.get(i));
            while (named.find()) {
                String variable = variables.get(named.group());
                if (variable != null && shown.add(named.group())) {
                    lines.add(variable);
                }
            }
        }
        return lines;
    }

    /**
     * Returns definitions or declarations.
     *
     * @param names with the signs in front
     */
    List<String> definitions(List<String> names) {
        return names.stream().map(this::definition).flatMap(List::stream).toList();
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
