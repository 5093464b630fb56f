package io.github.offload4j.codegen.dialect;

import java.util.List;

/** What becomes of one construct that came after LLVM 20. */
interface Rule {
    /**
     * Returns the words that it wants to see: keywords and names of fields, or {@code !NAME} and {@code #NAME}; of an
     * intrinsic {@code @llvm.NAME}, with or without types behind it.
     */
    List<String> words();

    /**
     * Looks at one of its words, and at what is around it.
     *
     * @return where to read on, usually the end of the word
     */
    int apply(Token token, Source source, Edits edits);
}
