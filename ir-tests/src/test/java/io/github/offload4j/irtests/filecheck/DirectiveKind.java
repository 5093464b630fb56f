package io.github.offload4j.irtests.filecheck;

/** What a directive asks of the match of its pattern. */
enum DirectiveKind {
    /** {@code CHECK} and {@code CHECK-COUNT-n}: somewhere after the previous match. */
    PLAIN(""),
    /** On the line after the previous match. */
    NEXT("-NEXT"),
    /** On the line of the previous match. */
    SAME("-SAME"),
    /** Nowhere between the matches around it. */
    NOT("-NOT"),
    /** After the previous match, in any order with its neighbours. */
    DAG("-DAG"),
    /** Like {@code PLAIN}, and no other directive's search crosses it. */
    LABEL("-LABEL"),
    /** An empty line after the line of the previous match. */
    EMPTY("-EMPTY"),
    /** The end of the input, which no directive spells: it closes trailing {@code NOT}s and {@code DAG}s. */
    END(" (end of input)");

    private final String suffix;

    DirectiveKind(String suffix) {
        this.suffix = suffix;
    }

    /** What follows the prefix in a directive of this kind. */
    String suffix() {
        return suffix;
    }

    /** Whether the directive is about a place relative to the previous match, so that there must be one. */
    boolean needsPreviousMatch() {
        return switch (this) {
            case NEXT, SAME, EMPTY -> true;
            case PLAIN, NOT, DAG, LABEL, END -> false;
        };
    }

    /** Whether the directive is checked together with the next positive one, not by itself. */
    boolean leadsToAnother() {
        return switch (this) {
            case NOT, DAG -> true;
            case PLAIN, NEXT, SAME, LABEL, EMPTY, END -> false;
        };
    }
}
