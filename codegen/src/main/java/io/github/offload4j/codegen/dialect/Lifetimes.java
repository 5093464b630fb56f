package io.github.offload4j.codegen.dialect;

import java.util.List;

/** Lifetime markers without a size: they mean the whole object, which LLVM 20 writes as -1. */
final class Lifetimes implements Rule {
    @Override
    public List<String> words() {
        return List.of("@llvm.lifetime.start", "@llvm.lifetime.end");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        int open = source.skipBlank(token.end());
        if (source.at(open) != '(') {
            return token.end();
        }
        Bracket operands = source.bracket(open);
        if (operands.parts().size() == 1) {
            edits.insert(open + 1, token.declared() ? "i64 immarg, " : "i64 -1, ");
            edits.count(Rewriting.LIFETIME);
        }
        return token.end();
    }
}
