package io.github.offload4j.runtime.link;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.locate.SystemRoot;
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
 * the C library put them on Linux.
 *
 * @param compilerFolder GCC's own folder, with {@code crtbeginS.o}
 * @param libraryFolder the folder with {@code Scrt1.o} and {@code libc.so}
 * @param loader the dynamic loader
 */
record CToolchain(Path compilerFolder, Path libraryFolder, Path loader) {
    /**
     * Finds the installation.
     *
     * @throws OffloadException saying what is missing and how to install it
     */
    static CToolchain find(SystemRoot root) {
        String loaderFile = root.system().loader();
        Path libraries = first(root, libraryFolders(root.system()), "Scrt1.o")
                .orElseThrow(() -> missing("the C library's start-up files (Scrt1.o)", root));
        Path loader = first(root, loaderFolders(root.system()), loaderFile)
                .map(folder -> folder.resolve(loaderFile))
                .orElseThrow(() -> missing("the dynamic loader (" + loaderFile + ")", root));
        Path compiler = newestCompiler(root).orElseThrow(() -> missing("GCC's start-up files (crtbeginS.o)", root));
        return new CToolchain(compiler, libraries, loader);
    }

    /** GCC's folders, those of compilers for other machines last. */
    private static List<String> compilerFolders(HostSystem system) {
        String family = system.optionName();
        return List.of(
                "/usr/lib/gcc/" + family + "-linux-gnu",
                "/usr/lib/gcc/" + family + "-redhat-linux",
                "/usr/lib64/gcc/" + family + "-suse-linux",
                "/usr/lib/gcc/" + family + "-pc-linux-gnu",
                "/usr/lib/gcc/" + family + "-unknown-linux-gnu",
                "/usr/lib/gcc-cross/" + family + "-linux-gnu");
    }

    private static List<String> libraryFolders(HostSystem system) {
        return List.of(
                "/usr/lib/" + system.libraryFolder(),
                "/usr/" + system.libraryFolder() + "/lib",
                "/usr/lib64",
                "/usr/lib");
    }

    private static List<String> loaderFolders(HostSystem system) {
        return List.of(
                "/lib64",
                "/lib/" + system.libraryFolder(),
                "/lib",
                "/usr/lib",
                "/usr/" + system.libraryFolder() + "/lib");
    }

    private static OffloadException missing(String what, SystemRoot root) {
        return new OffloadException(
                Reason.TOOL,
                what + " cannot be found"
                        + (root.isThisMachine() ? "" : " for " + root.system() + " in '" + root.folder() + "'")
                        + ", which a program is linked with; "
                        + (root.isThisMachine()
                                ? "install a C compiler, on Debian with 'apt-get install gcc libc6-dev'"
                                : "name a folder that has an installation for such machines with --sysroot")
                        + ", or write an object file and link it elsewhere");
    }

    private static Optional<Path> first(SystemRoot root, List<String> folders, String file) {
        return folders.stream()
                .map(folder -> root.resolve(folder))
                .filter(folder -> Files.exists(folder.resolve(file)))
                .findFirst();
    }

    private static Optional<Path> newestCompiler(SystemRoot root) {
        List<Path> versions = new ArrayList<>();
        for (String folder : compilerFolders(root.system())) {
            Path path = root.resolve(folder);
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
