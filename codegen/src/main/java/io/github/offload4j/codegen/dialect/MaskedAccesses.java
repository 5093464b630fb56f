package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.Optional;

/**
 * Masked loads, stores, gathers and scatters that carry the alignment as an attribute of the pointer. LLVM 20 has it as an
 * operand behind the pointer; without one it is 1.
 */
final class MaskedAccesses implements Rule {
    private static final int OLDER_OPERANDS = 4;
    private static final String ALIGN = "align";

    @Override
    public List<String> words() {
        return List.of("@llvm.masked.load", "@llvm.masked.store", "@llvm.masked.gather", "@llvm.masked.scatter");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        int open = source.skipBlank(token.end());
        if (source.at(open) != '(') {
            return token.end();
        }
        Bracket operands = source.bracket(open);
        if (operands.parts().size() != OLDER_OPERANDS - 1) {
            return token.end();
        }
        Span pointer = operands.parts().get(isWrite(token, source) ? 1 : 0);
        Optional<Span> alignment = alignment(pointer, source);
        String number = alignment
                .map(span -> source.text(span).strip().substring(ALIGN.length()).strip())
                .orElse("1");
        alignment.ifPresent(edits::remove);
        edits.insert(pointer.to(), token.declared() ? ", i32 immarg" : ", i32 " + number);
        edits.count(Rewriting.MASKED_ALIGNMENT);
        return token.end();
    }

    private static boolean isWrite(Token token, Source source) {
        int kind = token.start() + "@llvm.masked.".length();
        return source.startsWith(kind, "store") || source.startsWith(kind, "scatter");
    }

    /** Returns {@code align N} with the blank in front of it. */
    private static Optional<Span> alignment(Span operand, Source source) {
        for (int i = operand.from(); i < operand.to(); i++) {
            if (source.at(i) == '"') {
                i = source.endOfString(i) - 1;
            } else if (source.isWord(i, ALIGN) && Characters.isBlank(source.at(i - 1))) {
                int number = source.skipBlank(i + ALIGN.length());
                return Optional.of(new Span(i - 1, source.endOfWord(number)));
            }
        }
        return Optional.empty();
    }
}
