package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts that are read for what is said of them. */
final class Texts {
    private Texts() {}

    static NewerText read(String text) {
        return NewerText.read(Content.of(text.getBytes(UTF_8)), (bytes, offset, length) -> {});
    }
}
