package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Entry;
import io.github.offload4j.tools.yaml.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a mapping by key. Unknown and repeated keys are noted when it is made. */
final class Fields {
    private final Mapping mapping;
    private final Problems problems;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    /**
     * Reads a mapping.
     *
     * @param what how a message names it, with its article
     * @param known the keys that it may have
     */
    Fields(Mapping mapping, String what, List<String> known, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(entry.position(), unknown(entry.key(), what, known));
                continue;
            }
            Entry first = byKey.putIfAbsent(entry.key(), entry);
            if (first != null) {
                problems.add(
                        entry.position(),
                        "duplicate key '" + entry.key() + "'; the first is on line "
                                + first.position().line());
            }
        }
    }

    private static String unknown(String key, String what, List<String> known) {
        String suggestion = Words.suggestion(key, known);
        return "unknown key " + Words.quote(key)
                + (suggestion.isEmpty() ? "; " + what + " has the keys " + String.join(", ", known) : suggestion);
    }

    Position position() {
        return mapping.position();
    }

    Node node() {
        return mapping;
    }

    Optional<Node> get(String key) {
        return entry(key).map(Entry::value);
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns how many keys are known and given once. */
    int size() {
        return byKey.size();
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /**
     * Returns a value, and notes when there is none.
     *
     * @param advice what follows the key in the message
     */
    Optional<Node> require(String key, String advice) {
        Optional<Node> value = get(key);
        if (value.isEmpty()) {
            problems.add(mapping.position(), "missing key '" + key + "'" + advice);
        }
        return value;
    }

    /** Notes every key of a list that is there. */
    void refuse(List<String> keys, String why) {
        for (String key : keys) {
            entry(key).ifPresent(entry -> problems.add(entry.position(), "'" + key + "' " + why));
        }
    }
}
