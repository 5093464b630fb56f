package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.llvm.global.LLVM.LLVMGetVersion;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.IntPointer;

/** Tells inputs that a newer LLVM wrote, which this one may not read, from inputs that are wrong. */
public final class NewerLlvm {
    /** What clang and flang write into {@code llvm.ident}; in bitcode the text stands as it is too. */
    private static final Pattern WRITER = Pattern.compile("(?:clang|flang|LLVM) version (\\d+)\\.");

    /** What LLVM says of bitcode that it cannot read. */
    private static final Pattern BITCODE_PRODUCER = Pattern.compile("Producer: 'LLVM(\\d+)\\.");

    private static final Pattern PLACE = Pattern.compile(":(\\d+):(\\d+): error: ");
    private static final Pattern WORD = Pattern.compile("!?(\\w+)");

    /** Words of the text format that came after LLVM 20. */
    private static final Set<String> NEWER_WORDS = Set.of(
            "DIFixedPointType",
            "DISubrangeType",
            "dead_on_return",
            "errnomem",
            "nocreateundeforpoison",
            "ptrtoaddr",
            "sanitize_alloc_token",
            "sourceLanguageName",
            "sourceLanguageVersion",
            "target_mem0",
            "target_mem1");

    private NewerLlvm() {}

    /**
     * Returns what to do about an input that LLVM refuses, if it refuses it for being too new.
     *
     * @param input the text or bitcode
     * @param message what LLVM says
     */
    public static Optional<String> advice(byte[] input, String message) {
        int own = ownVersion();
        Optional<String> word = newerWord(input, message);
        Optional<Integer> writer = version(BITCODE_PRODUCER, message)
                .or(() -> version(WRITER, new String(input, ISO_8859_1)))
                .filter(version -> version > own);
        if (writer.isEmpty() && word.isEmpty()) {
            return Optional.empty();
        }
        String fact = writer.map(version -> "LLVM " + version + " wrote this input")
                .orElse("this input was written by LLVM " + (own + 1) + " or later");
        String cause = word.map(w -> ", and LLVM " + own + ", which reads it here, does not know '" + w + "'")
                .orElse(", and LLVM " + own + " reads it here");
        return Optional.of(
                fact + cause + "; use a compiler built on LLVM " + own + " or older, or take out what is newer");
    }

    private static int ownVersion() {
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

    /** Returns the word that LLVM stumbled over, when it is one of the newer ones. */
    private static Optional<String> newerWord(byte[] input, String message) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return Optional.empty();
        }
        String text = new String(input, ISO_8859_1);
        int lineNumber = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return text.lines()
                .skip(lineNumber - 1L)
                .findFirst()
                .flatMap(line -> wordAt(line, column - 1))
                .filter(NEWER_WORDS::contains);
    }

    private static Optional<String> wordAt(String line, int offset) {
        return WORD.matcher(line)
                .results()
                .filter(word -> word.start() <= offset && offset < word.end())
                .map(word -> word.group(1))
                .findFirst();
    }
}
