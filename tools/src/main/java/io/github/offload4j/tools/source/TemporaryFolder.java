package io.github.offload4j.tools.source;

import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for what other programs write, made when it is first needed and removed with all that is in it. */
final class TemporaryFolder implements AutoCloseable {
    private @Nullable Path path;
    private @Nullable Thread hook;

    /** Returns the folder. */
    Path path() {
        Path made = path;
        if (made == null) {
            try {
                made = Files.createTempDirectory("irgen");
            } catch (IOException e) {
                throw new InputException("source files", "a temporary folder cannot be made: " + e.getMessage());
            }
            path = made;
            // for an end by a signal
            Path folder = made;
            hook = new Thread(() -> remove(folder), "remove-temporary");
            Runtime.getRuntime().addShutdownHook(hook);
        }
        return made;
    }

    /** Returns a file in it. */
    Path file(String name) {
        return path().resolve(name);
    }

    @Override
    public void close() {
        if (path == null || hook == null) {
            return;
        }
        remove(path);
        path = null;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the hook runs as well, and finds nothing
        }
    }

    private static void remove(Path folder) {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException gone) {
            return;
        }
        inside.forEach(file -> file.toFile().delete());
    }
}
