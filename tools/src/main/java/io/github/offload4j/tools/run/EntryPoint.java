package io.github.offload4j.tools.run;

import java.util.List;

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

    /** Returns the names that the command line gives values to. */
    List<String> givenNames() {
        return parameters.stream()
                .filter(parameter -> !(parameter instanceof EntryParameter.Length))
                .map(EntryParameter::name)
                .toList();
    }
}
