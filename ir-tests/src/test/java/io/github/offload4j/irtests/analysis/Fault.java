package io.github.offload4j.irtests.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module with a fault in it, and what has to be found. The expectations are comments at the top of its file:
 *
 * <pre>
 * ; expect: error: check-name: message at file:line:column
 * ; chain: step at file:line:column
 * ; kernels: file with the kernels' bodies
 * </pre>
 *
 * @param file the file
 * @param text its content
 */
record Fault(Path file, String text) {
    private static final String KERNELS = "; kernels: ";

    static Fault read(Path file) {
        try {
            return new Fault(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every finding, with its chain where the file has one, as the comments say it. */
    List<String> expectations() {
        return text.lines()
                .filter(line -> line.startsWith("; expect: ") || line.startsWith("; chain: "))
                .map(line -> line.substring(2))
                .toList();
    }

    Optional<Path> kernels() {
        return text.lines()
                .filter(line -> line.startsWith(KERNELS))
                .map(line -> file.resolveSibling(line.substring(KERNELS.length())))
                .findFirst();
    }

    boolean namesChains() {
        return expectations().stream().anyMatch(line -> line.startsWith("chain: "));
    }
}
