package io.github.offload4j.runtime.libomptarget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that libomptarget's host plugin writes an image into before it loads it, and never deletes. Those that are
 * mapped into this process are this process's own, and are not needed by name any more.
 */
final class TemporaryImages {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final Pattern IMAGE = Pattern.compile(".*\\s(/\\S*/tmpfile_\\w{6})$");

    private TemporaryImages() {}

    static void delete() {
        if (!Files.isReadable(MAPS)) {
            return; // not Linux: there is no host plugin either
        }
        try {
            for (Path image : mapped()) {
                Files.deleteIfExists(image);
            }
        } catch (IOException e) {
            System.getLogger(TemporaryImages.class.getName())
                    .log(System.Logger.Level.DEBUG, "libomptarget's temporary images are left behind", e);
        }
    }

    private static Set<Path> mapped() throws IOException {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.map(IMAGE::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Path.of(matcher.group(1)))
                    .collect(Collectors.toSet());
        }
    }
}
