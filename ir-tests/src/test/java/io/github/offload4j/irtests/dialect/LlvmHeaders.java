package io.github.offload4j.irtests.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The headers of the bundled LLVM beside those of the newest that is installed. */
final class LlvmHeaders {
    private static final String BUNDLED = "/org/bytedeco/llvm/linux-x86_64/include/llvm/";
    private static final int OLDEST = 21;
    private static final int NEWEST = 40;

    private final Path folder;

    private LlvmHeaders(Path folder) {
        this.folder = folder;
    }

    /** Returns the headers; where no newer ones are installed, the test is skipped, or fails when they are required. */
    static LlvmHeaders require() {
        Optional<Path> folder = IntStream.iterate(NEWEST, version -> version - 1)
                .limit(NEWEST - OLDEST + 1)
                .mapToObj(version -> Path.of("/usr/lib/llvm-" + version + "/include/llvm"))
                .filter(Files::isDirectory)
                .findFirst();
        if (folder.isEmpty()) {
            RuntimeInstallation.missing("the headers of LLVM 21 or later are not installed");
        }
        return new LlvmHeaders(folder.orElseThrow());
    }

    /**
     * Returns what a pattern's group finds in the newer header and not in the bundled one.
     *
     * @param header for example {@code IR/Instruction.def}
     */
    Set<String> added(String header, String pattern) {
        Set<String> added = find(installed(header), pattern);
        Set<String> known = find(bundled(header), pattern);
        if (known.isEmpty()) {
            throw new IllegalStateException(header + " has no " + pattern);
        }
        added.removeAll(known);
        return added;
    }

    private static Set<String> find(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private String installed(String header) {
        try {
            return Files.readString(folder.resolve(header), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bundled(String header) {
        try (InputStream stream = LlvmHeaders.class.getResourceAsStream(BUNDLED + header)) {
            if (stream == null) {
                throw new IllegalStateException("the jar has no " + header);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
