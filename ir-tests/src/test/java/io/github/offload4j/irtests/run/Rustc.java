package io.github.offload4j.irtests.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Rust compiler of this machine. */
public final class Rustc {
    private Rustc() {}

    /** Returns where it is; without one the test ends here. */
    public static Path require() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Path> found = Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "rustc"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            RuntimeInstallation.missing("rustc is not installed");
        }
        return found.orElseThrow();
    }
}
