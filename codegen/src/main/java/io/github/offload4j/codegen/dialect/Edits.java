package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the rules change in a text, and what they refuse. */
final class Edits {
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Rewriting, int[]> counts = new EnumMap<>(Rewriting.class);
    private final List<Refusal> refusals = new ArrayList<>();

    void replace(Span span, String ascii) {
        edits.add(new Edit(span.from(), span.to(), ascii.getBytes(US_ASCII)));
    }

    void insert(int offset, String ascii) {
        replace(new Span(offset, offset), ascii);
    }

    void remove(Span span) {
        edits.add(new Edit(span.from(), span.to(), Edit.NOTHING));
    }

    /**
     * How far something was read, and what had been found by then.
     *
     * @param offset the bytes read
     * @param edits how many changes there were
     * @param counts how many of each kind
     * @param refusals how many refusals
     */
    record Checkpoint(int offset, int edits, Map<Rewriting, Integer> counts, int refusals) {}

    Checkpoint checkpoint(int offset) {
        return new Checkpoint(offset, edits.size(), used(), refusals.size());
    }

    /** Forgets what was found since. */
    void backTo(Checkpoint checkpoint) {
        edits.subList(checkpoint.edits(), edits.size()).clear();
        counts.clear();
        checkpoint.counts().forEach((rewriting, count) -> counts.put(rewriting, new int[] {count}));
        refusals.subList(checkpoint.refusals(), refusals.size()).clear();
    }

    /** Counts a construct that was rewritten. */
    void count(Rewriting rewriting) {
        counts.computeIfAbsent(rewriting, first -> new int[1])[0]++;
    }

    /** Refuses what the reading LLVM does not have and has no other words for. */
    void refuse(int offset, String construct, String instead) {
        refuse(
                offset,
                construct + " came after LLVM 20, which reads this text; "
                        + (instead.isEmpty() ? "use a compiler built on LLVM 20, or take it out" : instead));
    }

    void refuse(int offset, String message) {
        refusals.add(new Refusal(offset, message));
    }

    /** Returns the changes in the order of the text; rules look ahead, so they do not come in it. */
    List<Edit> inOrder() {
        edits.sort(Comparator.comparingInt(Edit::from));
        return edits;
    }

    Map<Rewriting, Integer> used() {
        Map<Rewriting, Integer> used = new EnumMap<>(Rewriting.class);
        counts.forEach((rewriting, count) -> used.put(rewriting, count[0]));
        return used;
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
