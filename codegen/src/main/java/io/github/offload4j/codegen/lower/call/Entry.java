package io.github.offload4j.codegen.lower.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One mark that is pending: a single call, or one on each of several ways, all of which say the same.
 *
 * @param calls at least one, of the same function
 */
record Entry(List<MarkCall> calls) {
    Entry(MarkCall call) {
        this(List.of(call));
    }

    MarkCall first() {
        return calls.get(0);
    }

    MarkFunction function() {
        return first().function();
    }

    /** Returns this mark as it is after the ways have met. */
    Entry with(Entry other) {
        if (calls.containsAll(other.calls)) {
            return this;
        }
        Set<MarkCall> all = new LinkedHashSet<>(calls);
        all.addAll(other.calls);
        return new Entry(List.copyOf(all));
    }
}
