package io.github.offload4j.codegen.dialect;

import java.util.List;

/**
 * Atomic operations that LLVM 20 does not have, two of {@code atomicrmw} and those on vectors, and pointers that are signed
 * by {@code ptrauth} with five operands.
 */
final class RefusedAtomics implements Rule {
    private static final String ATOMIC = "atomic";
    private static final String VOLATILE = "volatile";
    private static final String POINTER_KEY = "ptrauth";
    private static final int OLDER_KEY_OPERANDS = 4;

    @Override
    public List<String> words() {
        return List.of("fmaximum", "fminimum", ATOMIC, POINTER_KEY);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        String word = source.text(token.span());
        boolean refused = switch (word) {
            case ATOMIC -> isVector(token, source);
            case POINTER_KEY -> hasFiveOperands(token, source);
            default -> isOperation(token, source);
        };
        if (refused) {
            edits.refuse(token.start(), described(word), "");
        }
        return token.end();
    }

    private static String described(String word) {
        return switch (word) {
            case ATOMIC -> "an atomic access to a vector";
            case POINTER_KEY -> "'ptrauth' with five operands";
            default -> "'atomicrmw " + word + "'";
        };
    }

    private static boolean isOperation(Token token, Source source) {
        Span before = source.wordBefore(token.start());
        if (source.text(before).equals(VOLATILE)) {
            before = source.wordBefore(before.from());
        }
        return source.text(before).equals("atomicrmw");
    }

    private static boolean isVector(Token token, Source source) {
        String before = source.text(source.wordBefore(token.start()));
        int type = source.skipBlank(token.end());
        if (source.isWord(type, VOLATILE)) {
            type = source.skipBlank(type + VOLATILE.length());
        }
        return (before.equals("load") || before.equals("store"))
                && source.at(type) == '<'
                && source.at(source.skipBlank(type + 1)) != '{';
    }

    private static boolean hasFiveOperands(Token token, Source source) {
        int open = source.skipBlank(token.end());
        return source.at(open) == '(' && source.bracket(open).parts().size() > OLDER_KEY_OPERANDS;
    }
}
