package io.github.offload4j.codegen.lower;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the marked calls of a module are in its text.
 *
 * <p>LLVM keeps no positions. But it keeps functions with bodies, blocks and instructions in the order of the text, so the
 * marked calls of the module are those of the text one by one. Where the tags of the two disagree nothing is said.
 */
final class MarkPositions {
    private final List<List<String>> tags;
    private final Supplier<Optional<String>> text;
    private @Nullable List<MarkedText> found;

    private MarkPositions(List<List<String>> tags, Supplier<Optional<String>> text) {
        this.tags = tags;
        this.text = text;
    }

    /**
     * Prepares to find the calls in the text, when there is one. It is looked at when something is wrong with a call.
     *
     * @param tags those of each marked call
     */
    static MarkPositions of(List<List<String>> tags, Supplier<Optional<String>> text) {
        return new MarkPositions(tags, text);
    }

    private List<MarkedText> texts() {
        List<MarkedText> known = found;
        if (known == null) {
            known = text.get()
                    .map(t -> new MarkScanner(t).scan())
                    .filter(texts ->
                            texts.stream().map(MarkedText::tags).toList().equals(tags))
                    .orElse(List.of());
            found = known;
        }
        return known;
    }

    /**
     * Returns the place of a bundle, or of the call.
     *
     * @param call which of the marked calls it is, from 0
     */
    Optional<TextPosition> of(int call, Optional<Mark> mark) {
        List<MarkedText> texts = texts();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        MarkedText place = texts.get(call);
        return Optional.of(
                mark.map(m -> place.marks().get(m.position()).position()).orElse(place.call()));
    }
}
