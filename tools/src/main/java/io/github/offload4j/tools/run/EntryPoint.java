package io.github.offload4j.tools.run;

import java.util.List;
import java.util.Optional;

/**
 * The function that is run.
 *
 * @param name its symbol
 * @param parameters in order
 */
record EntryPoint(String name, List<EntryParameter> parameters) {
    /** Copies the list. */
    EntryPoint {
        parameters = List.copyOf(parameters);
    }

    private static final String MAIN = "main";

    /** What the C library passes to it, as far as a program takes it. */
    private static final List<List<String>> MAINS =
            List.of(List.of(), List.of("i32", "ptr"), List.of("i32", "ptr", "ptr"));

    /** Returns whether a function is one that a program begins with. */
    static boolean isMain(String name, List<String> types) {
        return name.equals(MAIN) && MAINS.contains(types);
    }

    /**
     * Returns the function that a program begins with. It is called as if without arguments.
     *
     * @param parameters how many it has
     */
    static EntryPoint main(int parameters) {
        List<EntryParameter> all = List.of(
                new EntryParameter.Implied("argc", Optional.of(0)),
                new EntryParameter.Implied("argv", Optional.empty()),
                new EntryParameter.Implied("envp", Optional.empty()));
        return new EntryPoint(MAIN, all.subList(0, parameters));
    }

    /** Returns whether a program begins with this function. */
    boolean isMain() {
        return name.equals(MAIN) && parameters.stream().allMatch(p -> p instanceof EntryParameter.Implied);
    }

    /** Returns the names that the command line gives values to. */
    List<String> givenNames() {
        return parameters.stream()
                .filter(parameter ->
                        !(parameter instanceof EntryParameter.Length) && !(parameter instanceof EntryParameter.Implied))
                .map(EntryParameter::name)
                .toList();
    }
}
