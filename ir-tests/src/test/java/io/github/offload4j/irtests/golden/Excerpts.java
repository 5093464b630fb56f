package io.github.offload4j.irtests.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts functions and variables out of a module's text. */
final class Excerpts {
    private static final Pattern VARIABLE = Pattern.compile("(@[\\w.$-]+) = .*");
    private static final Pattern FUNCTION = Pattern.compile("(?:define|declare) .*?(@[\\w.$-]+)\\(.*");
    private static final Pattern NAME = Pattern.compile("@[\\w.$-]+");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> functions = new LinkedHashMap<>();

    Excerpts(String module) {
        List<String> open = null;
        for (String line : module.lines().toList()) {
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
     * Returns one definition or declaration.
     *
     * @param name with the sign in front
     */
    List<String> definition(String name) {
        List<String> function = functions.get(name);
        if (function != null) {
            return function;
        }
        String variable = variables.get(name);
        if (variable == null) {
            throw new AssertionError("the output does not have " + name);
        }
        return List.of(variable);
    }
}
