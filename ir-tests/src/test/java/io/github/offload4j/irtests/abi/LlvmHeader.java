package io.github.offload4j.irtests.abi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A header of the LLVM that the library is built on, from the jar with its natives. */
final class LlvmHeader {
    private static final String FOLDER = "/org/bytedeco/llvm/linux-x86_64/include/llvm/Frontend/";

    private final String text;

    private LlvmHeader(String text) {
        this.text = text;
    }

    /** Reads a header, for example {@code OpenMP/OMPConstants.h}. */
    static LlvmHeader read(String name) {
        try (InputStream stream = LlvmHeader.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar has no " + FOLDER + name);
            }
            return new LlvmHeader(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a pattern finds, at least one match. */
    List<MatchResult> find(String pattern) {
        List<MatchResult> matches =
                Pattern.compile(pattern).matcher(text).results().toList();
        if (matches.isEmpty()) {
            throw new IllegalStateException("the header has no " + pattern);
        }
        return matches;
    }

    /** Returns the parts of a list that is separated by commas, blanks removed. */
    static List<String> parts(String list) {
        return Pattern.compile(",")
                .splitAsStream(list)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
