package io.github.offload4j.codegen.dialect;

import java.util.List;

/** Intrinsics that LLVM 20 knows by the same name with another signature, which nothing checks where they are declared. */
final class RefusedSignatures implements Rule {
    private static final String COROUTINE_END = "@llvm.coro.end";
    private static final String RESOURCE = "@llvm.amdgcn.make.buffer.rsrc";

    @Override
    public List<String> words() {
        return List.of(COROUTINE_END, COROUTINE_END + ".async", RESOURCE);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (!token.declared()) {
            return token.end();
        }
        boolean newer = source.startsWith(token.start(), RESOURCE)
                ? hasWideSize(token, source)
                : source.text(source.wordBefore(token.start())).equals("void");
        if (newer) {
            edits.refuse(token.start(), "this form of '" + source.text(token.start() + 1, token.end()) + "'", "");
        }
        return token.end();
    }

    private static boolean hasWideSize(Token token, Source source) {
        int open = source.skipBlank(token.end());
        if (source.at(open) != '(') {
            return false;
        }
        List<Span> operands = source.bracket(open).parts();
        return operands.size() > 2 && source.isWord(operands.get(2).from(), "i64");
    }
}
