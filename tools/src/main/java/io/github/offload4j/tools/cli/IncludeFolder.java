package io.github.offload4j.tools.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with what programs include to mark their calls: beside the jar, or in the checkout that the classes are of. */
public final class IncludeFolder {
    private static final String NAME = "include";
    private static final String HEADER = "offload.h";

    private IncludeFolder() {}

    /** Returns its absolute path; nothing where the classes are alone. */
    public static Optional<Path> find() {
        try {
            return find(Path.of(IncludeFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Looks beside a place and in the folders around it.
     *
     * @param classes a jar or a folder
     */
    static Optional<Path> find(Path classes) {
        return Stream.iterate(classes.toAbsolutePath().getParent(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(NAME))
                .filter(folder -> Files.isRegularFile(folder.resolve(HEADER)))
                .findFirst();
    }
}
