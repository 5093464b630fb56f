package io.github.offload4j.codegen.dialect;

import java.util.List;

/** An attribute that promises something, and may be left out with what it has in brackets. */
final class DroppedWord implements Rule {
    private final Rewriting rewriting;
    private final String word;

    DroppedWord(Rewriting rewriting, String word) {
        this.rewriting = rewriting;
        this.word = word;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) == ':') {
            return token.end(); // a label
        }
        int end = source.at(token.end()) == '('
                ? Math.min(source.bracket(token.end()).close() + 1, source.length())
                : token.end();
        edits.remove(new Span(token.start(), end));
        edits.count(rewriting);
        return end;
    }
}
