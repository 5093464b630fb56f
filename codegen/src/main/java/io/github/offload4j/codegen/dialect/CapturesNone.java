package io.github.offload4j.codegen.dialect;

import java.util.List;

/**
 * {@code captures(none)}, which LLVM 20 parses and does not understand: what is passed to such a parameter would count as
 * known to everybody. What else {@code captures} says has no older word, and stays.
 */
final class CapturesNone implements Rule {
    @Override
    public List<String> words() {
        return List.of("captures");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) != '(') {
            return token.end();
        }
        int word = source.skipBlank(token.end() + 1);
        int close = source.skipBlank(word + "none".length());
        if (!source.isWord(word, "none") || source.at(close) != ')') {
            return token.end();
        }
        edits.replace(new Span(token.start(), close + 1), "nocapture");
        edits.count(Rewriting.CAPTURES_NONE);
        return close + 1;
    }
}
