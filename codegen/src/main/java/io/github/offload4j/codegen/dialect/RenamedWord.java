package io.github.offload4j.codegen.dialect;

import java.util.List;

/** A keyword that means the same as an older one. */
final class RenamedWord implements Rule {
    private final Rewriting rewriting;
    private final String word;
    private final String older;

    RenamedWord(Rewriting rewriting, String word, String older) {
        this.rewriting = rewriting;
        this.word = word;
        this.older = older;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) != ':') {
            edits.replace(token.span(), older);
            edits.count(rewriting);
        }
        return token.end();
    }
}
