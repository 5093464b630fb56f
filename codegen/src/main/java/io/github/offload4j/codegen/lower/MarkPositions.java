package io.github.offload4j.codegen.lower;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the marked calls of a module are in its text.
 *
 * <p>LLVM keeps no positions. But it keeps functions with bodies, blocks and instructions in the order of the text, so the
 * marked calls of the module are those of the text one by one. Where the tags of the two disagree nothing is said.
 */
final class MarkPositions {
    private final @Nullable List<MarkedText> texts;

    private MarkPositions(@Nullable List<MarkedText> texts) {
        this.texts = texts;
    }

    /** Finds the calls in the text, when there is one. */
    static MarkPositions of(List<MarkedCall> calls, Optional<String> text) {
        List<MarkedText> texts = text.map(t -> new MarkScanner(t).scan()).orElse(null);
        boolean same = texts != null
                && texts.stream()
                        .map(MarkedText::tags)
                        .toList()
                        .equals(calls.stream().map(MarkedCall::tags).toList());
        return new MarkPositions(same ? texts : null);
    }

    /**
     * Returns the place of a bundle, or of the call.
     *
     * @param call which of the marked calls it is, from 0
     */
    Optional<TextPosition> of(int call, Optional<Mark> mark) {
        if (texts == null) {
            return Optional.empty();
        }
        MarkedText text = texts.get(call);
        return Optional.of(
                mark.map(m -> text.marks().get(m.position()).position()).orElse(text.call()));
    }
}
