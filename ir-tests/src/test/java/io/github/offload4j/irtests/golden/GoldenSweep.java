package io.github.offload4j.irtests.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All golden tests in one go, up to the first that fails. */
final class GoldenSweep {
    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources");

    private GoldenSweep() {}

    /** Returns what the first golden test is called that does not make its approved text, or nothing. */
    static String firstDifference() throws IOException {
        for (Golden golden : all()) {
            if (!golden.isMade()) {
                return golden.text().id();
            }
        }
        return "";
    }

    private record Golden(GoldenText text, Path root) {
        boolean isMade() throws IOException {
            String approved = Files.readString(root.resolve(text.id() + GoldenFiles.APPROVED));
            try {
                return GoldenFiles.content(text).equals(approved);
            } catch (RuntimeException | Error e) {
                return false; // a test that throws fails
            }
        }
    }

    private static List<Golden> all() {
        List<Golden> all = new ArrayList<>();
        GoldenModules.files().forEach(golden -> all.add(new Golden(golden, GoldenModules.ROOT)));
        GoldenCatalogue.topics().forEach(golden -> all.add(new Golden(golden, RESOURCES.resolve("golden"))));
        return all;
    }
}
