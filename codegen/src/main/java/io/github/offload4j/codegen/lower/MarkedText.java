package io.github.offload4j.codegen.lower;

import java.util.List;

/**
 * A marked call in the text of a module.
 *
 * @param call where the word {@code call}, {@code invoke} or {@code callbr} begins
 * @param marks its bundles that are meant for us
 */
record MarkedText(TextPosition call, List<Tag> marks) {
    /**
     * A bundle's tag.
     *
     * @param text without quotes
     * @param position of the opening quote
     */
    record Tag(String text, TextPosition position) {}

    List<String> tags() {
        return marks.stream().map(Tag::text).toList();
    }
}
