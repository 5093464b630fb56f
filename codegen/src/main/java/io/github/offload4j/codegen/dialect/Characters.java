package io.github.offload4j.codegen.dialect;

/** What the bytes of LLVM's text are to its tokeniser. */
final class Characters {
    static final byte OTHER = 0;
    static final byte WORD = 1;
    static final byte QUOTE = 2;
    static final byte COMMENT = 3;
    /** In front of a name: of a global, a local, metadata, or a group of attributes. */
    static final byte SIGIL = 4;

    private static final byte[] KINDS = kinds();

    private Characters() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 128; c++) {
            if (Character.isLetterOrDigit(c) || "-$._".indexOf(c) >= 0) {
                kinds[c] = WORD;
            }
        }
        kinds['"'] = QUOTE;
        kinds[';'] = COMMENT;
        for (char sigil : "@%!#^".toCharArray()) {
            kinds[sigil] = SIGIL;
        }
        return kinds;
    }

    /** Returns the table of all bytes, for the one loop that has no time for a call. */
    static byte[] table() {
        return KINDS.clone();
    }

    static boolean isWord(byte b) {
        return KINDS[b & 0xFF] == WORD;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' || b == 0x0B;
    }
}
