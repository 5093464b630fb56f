package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.llvm.global.LLVM.LLVMGetVersion;

import io.github.offload4j.codegen.dialect.NewerText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.IntPointer;

/** Tells inputs that a newer LLVM wrote, which this one may not read, from inputs that are wrong. */
public final class NewerLlvm {
    /** What clang, flang and rustc write into {@code llvm.ident}; in bitcode the text stands as it is too. */
    private static final Pattern WRITER = Pattern.compile("(?:clang|flang|LLVM) version (\\d+)\\.");

    /** What LLVM says of bitcode that it cannot read. */
    private static final Pattern BITCODE_PRODUCER = Pattern.compile("Producer: 'LLVM(\\d+)\\.");

    /** What LLVM says where it meets a word that it does not know. */
    private static final Pattern PLACE =
            Pattern.compile(":(\\d{1,9}):(\\d{1,9}): error: (expected|unknown|invalid|unterminated)");

    private static final Pattern ANY_PLACE = Pattern.compile(":\\d{1,9}:\\d{1,9}: error: ");
    private static final Pattern WORD = Pattern.compile("[!#]?[A-Za-z_]\\w*");

    /** What the verifier's messages speak of where a newer LLVM may be the cause. */
    private static final Pattern NEWER_RULES = Pattern.compile("[Ii]ntrinsic|immarg|[Aa]ttribute");

    private NewerLlvm() {}

    /**
     * Returns what to say of an input that LLVM refuses, where that it is newer may be the cause: when a newer LLVM wrote it,
     * and LLVM stumbles over a word, or over an intrinsic.
     *
     * @param input the text or bitcode
     * @param message what LLVM says
     */
    public static Optional<String> advice(byte[] input, String message) {
        int own = ownVersion();
        return version(BITCODE_PRODUCER, message)
                .or(() ->
                        mayBeNewer(input, message) ? version(WRITER, new String(input, ISO_8859_1)) : Optional.empty())
                .filter(version -> version > own)
                .map(version -> "LLVM " + version + " wrote this input, and LLVM " + own
                        + ", which reads it here, may be too old for this"
                        + (version > NewerText.NEWEST
                                ? "; inputs are read up to LLVM " + NewerText.NEWEST
                                : "; use a compiler built on LLVM " + own + ", or take out what is newer"));
    }

    static int ownVersion() {
        try (IntPointer major = new IntPointer(1);
                IntPointer minor = new IntPointer(1);
                IntPointer patch = new IntPointer(1)) {
            LLVMGetVersion(major, minor, patch);
            return major.get();
        }
    }

    private static Optional<Integer> version(Pattern pattern, String text) {
        // no version has more digits, and more would not fit
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .filter(digits -> digits.length() <= 3)
                .map(Integer::valueOf)
                .max(Integer::compare);
    }

    private static boolean mayBeNewer(byte[] input, String message) {
        Matcher place = PLACE.matcher(message);
        if (!ANY_PLACE.matcher(message).find()) {
            return NEWER_RULES.matcher(message).find();
        }
        if (!place.find()) {
            return false;
        }
        int column = Integer.parseInt(place.group(2));
        return new String(input, ISO_8859_1)
                .lines()
                .skip(Integer.parseInt(place.group(1)) - 1L)
                .findFirst()
                .filter(line -> hasWordAt(line, column - 1))
                .isPresent();
    }

    /** A name is no word: it cannot be newer. */
    private static boolean hasWordAt(String line, int offset) {
        return WORD.matcher(line)
                .results()
                .anyMatch(word -> word.start() <= offset
                        && offset < word.end()
                        && (word.start() == 0 || "@%$\"".indexOf(line.charAt(word.start() - 1)) < 0));
    }
}
