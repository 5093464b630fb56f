package io.github.offload4j.tools.run;

import io.github.offload4j.tools.diagnostic.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An argument as it is given: {@code NAME=TEXT}.
 *
 * @param name the parameter
 * @param text the value; {@link ScalarText}, {@link ArrayText} or {@link StructureText} reads it
 */
record GivenArgument(String name, String text) {
    /**
     * Reads a command line's arguments.
     *
     * @throws ArgumentException when one has another form, or two have the same name
     */
    static Map<String, GivenArgument> parse(List<String> arguments) {
        Map<String, GivenArgument> parsed = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new ArgumentException(Words.quote(argument)
                        + " is no argument of the program; write NAME=VALUE, for example n=1000 or x=zeros:1000");
            }
            GivenArgument given = new GivenArgument(argument.substring(0, equals), argument.substring(equals + 1));
            if (parsed.put(given.name(), given) != null) {
                throw new ArgumentException("argument '" + given.name() + "' is given twice");
            }
        }
        return parsed;
    }

    ArgumentException wrong(String problem) {
        return new ArgumentException("argument '" + name + "': " + problem);
    }
}
