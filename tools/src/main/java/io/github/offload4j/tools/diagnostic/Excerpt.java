package io.github.offload4j.tools.diagnostic;

/**
 * A source line as it is shown, and what puts a caret below one of its characters.
 *
 * @param line the line, or the part of a long one that is around the character
 * @param indent what stands in front of the caret
 */
record Excerpt(String line, String indent) {
    private static final int LONGEST = 160;
    private static final int BEFORE = 80;
    private static final String CUT = "…";

    /** Returns the excerpt for a column, counted in code points from 1. */
    static Excerpt of(String line, int column) {
        int[] all = line.codePoints().map(Excerpt::visible).toArray();
        int caret = Math.min(column - 1, all.length);
        int from = all.length <= LONGEST ? 0 : Math.max(0, Math.min(caret - BEFORE, all.length - LONGEST));
        int to = Math.min(all.length, from + LONGEST);
        String shown = (from > 0 ? CUT : "") + new String(all, from, to - from) + (to < all.length ? CUT : "");
        StringBuilder indent = new StringBuilder(from > 0 ? " " : "");
        for (int i = from; i < caret; i++) {
            // a tab below a tab keeps the caret in place whatever the terminal makes of it
            indent.append(all[i] == '\t' ? '\t' : ' ');
        }
        return new Excerpt(shown, indent.toString());
    }

    /** Keeps what is not meant to be seen, such as escape sequences, from reaching the terminal. */
    private static int visible(int character) {
        return character != '\t' && Character.isISOControl(character) ? '\uFFFD' : character;
    }
}
