package io.github.offload4j.runtime.link;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a C installation that a linker needs: start-up files, libraries and the dynamic loader, found where GCC and
 * the C library put them on x86-64 Linux.
 *
 * @param compilerFolder GCC's own folder, with {@code crtbeginS.o}
 * @param libraryFolder the folder with {@code Scrt1.o} and {@code libc.so}
 * @param loader the dynamic loader
 */
record CToolchain(Path compilerFolder, Path libraryFolder, Path loader) {
    private static final List<String> COMPILER_FOLDERS = List.of(
            "/usr/lib/gcc/x86_64-linux-gnu",
            "/usr/lib/gcc/x86_64-redhat-linux",
            "/usr/lib64/gcc/x86_64-suse-linux",
            "/usr/lib/gcc/x86_64-pc-linux-gnu");
    private static final List<String> LIBRARY_FOLDERS = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib");
    private static final List<String> LOADER_FOLDERS = List.of("/lib64", "/lib/x86_64-linux-gnu", "/usr/lib");

    /**
     * Finds the installation.
     *
     * @param root the root of the file system
     * @throws OffloadException saying what is missing and how to install it
     */
    static CToolchain find(Path root) {
        Path libraries = first(root, LIBRARY_FOLDERS, "Scrt1.o")
                .orElseThrow(() -> missing("the C library's start-up files (Scrt1.o)"));
        Path loader = first(root, LOADER_FOLDERS, "ld-linux-x86-64.so.2")
                .map(folder -> folder.resolve("ld-linux-x86-64.so.2"))
                .orElseThrow(() -> missing("the dynamic loader (ld-linux-x86-64.so.2)"));
        Path compiler = newestCompiler(root).orElseThrow(() -> missing("GCC's start-up files (crtbeginS.o)"));
        return new CToolchain(compiler, libraries, loader);
    }

    private static OffloadException missing(String what) {
        return new OffloadException(
                Reason.TOOL,
                what + " cannot be found, which a program is linked with; install a C compiler, on Debian with"
                        + " 'apt-get install gcc libc6-dev', or write an object file and link it elsewhere");
    }

    private static Optional<Path> first(Path root, List<String> folders, String file) {
        return folders.stream()
                .map(folder -> root.resolve(folder.substring(1)))
                .filter(folder -> Files.exists(folder.resolve(file)))
                .findFirst();
    }

    private static Optional<Path> newestCompiler(Path root) {
        List<Path> versions = new ArrayList<>();
        for (String folder : COMPILER_FOLDERS) {
            Path path = root.resolve(folder.substring(1));
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.filter(entry -> Files.exists(entry.resolve("crtbeginS.o")))
                            .forEach(versions::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return versions.stream().max(Comparator.comparing(CToolchain::version, Arrays::compare));
    }

    private static int[] version(Path folder) {
        return Stream.of(folder.getFileName().toString().split("\\.", -1))
                .mapToInt(part -> part.matches("[0-9]{1,9}") ? Integer.parseInt(part) : 0)
                .toArray();
    }

    /** Returns a start-up file of the C library. */
    String libraryFile(String name) {
        return libraryFolder.resolve(name).toString();
    }

    /** Returns a start-up file of GCC. */
    String compilerFile(String name) {
        return compilerFolder.resolve(name).toString();
    }
}
