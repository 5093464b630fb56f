package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.image.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what {@code -l} names, for a program that is run in this process. */
final class SharedLibraries {
    private static final String DEBIAN =
            HostSystem.ofThisProcess().orElse(HostSystem.X86_64).libraryFolder();

    private static final List<Path> FOLDERS = List.of(
            Path.of("/lib", DEBIAN),
            Path.of("/usr/lib", DEBIAN),
            Path.of("/lib64"),
            Path.of("/usr/lib64"),
            Path.of("/usr/local/lib"),
            Path.of("/usr/lib"));

    /** The parts of the C library, which every process has. */
    private static final Set<String> OF_C = Set.of("c", "m", "pthread", "dl", "rt", "util");

    private SharedLibraries() {}

    /**
     * Returns the files.
     *
     * @param names as a linker has them, without {@code lib}
     * @param folders where to look first
     * @throws ArgumentException when one is nowhere
     */
    static List<Path> find(List<String> names, List<Path> folders) {
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            if (!OF_C.contains(name)) {
                found.add(Stream.concat(folders.stream(), FOLDERS.stream())
                        .flatMap(folder -> in(folder, name).stream())
                        .findFirst()
                        .orElseThrow(() -> new ArgumentException(
                                "-l" + name + ": there is no such library; name its folder with -L")));
            }
        }
        return found;
    }

    /** A file without a number may be a text for linkers, so those with a number are better. */
    private static Optional<Path> in(Path folder, String name) {
        // a colon says that what follows is the file's own name
        String plain = name.startsWith(":") ? name.substring(1) : "lib" + name + ".so";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(plain))
                    .filter(file -> file.getFileName().toString().equals(plain)
                            || file.getFileName().toString().startsWith(plain + "."))
                    .max(java.util.Comparator.comparing(Path::toString));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
