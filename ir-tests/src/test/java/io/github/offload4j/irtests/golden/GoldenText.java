package io.github.offload4j.irtests.golden;

/** A text that answers one question, and has an approved file. */
interface GoldenText {
    /** Returns the folder and the name, which are those of the approved file. */
    String id();

    /** Returns the question, one sentence. */
    String question();

    /** Returns the text as it is generated now. */
    String text();
}
