package io.github.offload4j.codegen.dialect;

import java.util.List;

/** A record in a function that tells a debugger of a variable, of a kind that LLVM 20 does not have. */
final class DebugRecords implements Rule {
    @Override
    public List<String> words() {
        return List.of("#dbg_declare_value");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        int open = source.skipBlank(token.end());
        if (source.at(open) != '(') {
            return token.end();
        }
        int end = Math.min(source.bracket(open).close() + 1, source.length());
        edits.remove(new Span(token.start(), end));
        edits.count(Rewriting.DECLARE_VALUE);
        return end;
    }
}
