package io.github.offload4j.tools.run;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Words;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is run: a host module, and what is known about its functions. Immutable. */
final class RunInput {
    private final byte[] module;
    private final String name;
    private final List<EntryPoint> entries;
    private final Set<String> fallbacks;
    private final List<Path> libraries;
    private final Map<String, Position> calls;

    /**
     * Creates the input.
     *
     * @param module bitcode or text, which is not copied
     * @param name what messages call it
     * @param entries the functions that can be called
     * @param fallbacks functions that refused launches fall back to, and that the module does not define
     * @param libraries shared libraries that its languages need
     * @param calls where functions are called that a library has, by the symbol
     */
    RunInput(
            byte[] module,
            String name,
            List<EntryPoint> entries,
            Set<String> fallbacks,
            List<Path> libraries,
            Map<String, Position> calls) {
        this.module = module;
        this.name = name;
        this.entries = List.copyOf(entries);
        this.fallbacks = Set.copyOf(fallbacks);
        this.libraries = List.copyOf(libraries);
        this.calls = Map.copyOf(calls);
    }

    /** Returns what a message about symbols that are missing is about: the first call of one, where that is known. */
    String place(String message) {
        return calls.entrySet().stream()
                .filter(call -> message.contains("'" + call.getKey() + "'"))
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(Position::line).thenComparingInt(Position::column))
                .map(position -> name + ":" + position.line() + ":" + position.column())
                .orElse(name);
    }

    List<Path> libraries() {
        return libraries;
    }

    byte[] module() {
        return module;
    }

    String name() {
        return name;
    }

    Set<String> fallbacks() {
        return fallbacks;
    }

    /**
     * Returns a function.
     *
     * @param wanted the one that is asked for; empty when the only one is meant, or {@code main}
     * @throws ArgumentException when there is none of the name, or several and none is named
     */
    EntryPoint entry(String wanted) {
        List<String> names = entries.stream().map(EntryPoint::name).toList();
        if (wanted.isEmpty()) {
            if (entries.size() == 1) {
                return entries.get(0);
            }
            Optional<EntryPoint> main =
                    entries.stream().filter(EntryPoint::isMain).findFirst();
            if (main.isPresent()) {
                return main.get();
            }
            throw new ArgumentException(
                    entries.isEmpty()
                            ? "it defines no function that can be called"
                            : "it defines " + String.join(", ", names) + "; choose one with --entry");
        }
        return entries.stream()
                .filter(entry -> entry.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ArgumentException("there is no function "
                        + Words.quote(wanted)
                        + Words.suggestion(wanted, names)
                        + "; there is " + String.join(", ", names)));
    }
}
