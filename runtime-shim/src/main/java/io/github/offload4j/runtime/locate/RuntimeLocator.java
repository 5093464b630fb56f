package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.locate.RuntimeSearch.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds libomptarget: a path that is given, else the one that the environment variable {@value #VARIABLE} names, else the
 * system property {@value #PROPERTY}, else the usual places. A path that is named decides: when it does not fit, none of
 * the usual places is taken instead. Immutable.
 */
public final class RuntimeLocator {
    /** The environment variable that names a library. */
    public static final String VARIABLE = "OFFLOAD4J_RUNTIME";
    /** The system property that names a library. */
    public static final String PROPERTY = "offload4j.runtime";

    private static final List<String> LIBOMP_NAMES = List.of("libomp.so.5", "libomp.so", "libiomp5.so");

    private final Map<String, String> environment;
    private final @Nullable String property;
    private final SystemRoot root;

    RuntimeLocator(Map<String, String> environment, @Nullable String property, SystemRoot root) {
        this.environment = Map.copyOf(environment);
        this.property = property;
        this.root = root;
    }

    /** Returns a locator for this process. */
    public static RuntimeLocator ofThisProcess() {
        return new RuntimeLocator(System.getenv(), System.getProperty(PROPERTY), SystemRoot.ofThisMachine());
    }

    /**
     * Returns a locator that looks into the usual places of an installation, whatever the environment of this process says
     * when that is another one.
     */
    public static RuntimeLocator in(SystemRoot root) {
        Objects.requireNonNull(root, "root is null");
        return root.isThisMachine() ? ofThisProcess() : new RuntimeLocator(Map.of(), null, root);
    }

    /** Searches. */
    public RuntimeSearch search() {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return named(Path.of(variable), "the environment variable " + VARIABLE);
        }
        if (property != null && !property.isEmpty()) {
            return named(Path.of(property), "the system property " + PROPERTY);
        }
        return usual();
    }

    /**
     * Looks at one file, or at the libraries in one directory.
     *
     * @param path a libomptarget, or a directory that has one
     */
    public RuntimeSearch search(Path path) {
        return named(Objects.requireNonNull(path, "path is null"), "the given path");
    }

    private RuntimeSearch named(Path path, String by) {
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(path)) {
            lookInto(by, path, findings);
        } else {
            findings.add(lookAt(by, path));
        }
        Optional<RuntimeLibrary> chosen = best(findings).flatMap(Finding::library);
        String reason = chosen.map(library -> by + " names it")
                .orElseGet(() -> by + " names " + path + ", and that cannot be used: "
                        + (findings.isEmpty()
                                ? "no libomptarget is there"
                                : findings.get(0).verdict()));
        return new RuntimeSearch(chosen, reason, findings);
    }

    private RuntimeSearch usual() {
        List<Finding> findings = new ArrayList<>();
        for (SearchPlaces.Place place : SearchPlaces.of(environment, root)) {
            if (Files.isDirectory(place.directory())) {
                lookInto(place.name(), place.directory(), findings);
            } else {
                findings.add(
                        new Finding(place.name(), place.directory().toString(), "no such directory", Optional.empty()));
            }
        }
        Optional<Finding> found = best(findings);
        return new RuntimeSearch(
                found.flatMap(Finding::library),
                found.map(f -> "the first that fits in the usual places: " + f.place())
                        .orElse("no libomptarget of LLVM " + SearchPlaces.OLDEST + " to " + SearchPlaces.NEWEST
                                + " is in the usual places; name one with " + VARIABLE),
                findings);
    }

    /** The first one that is known; a newer one only where there is no other. */
    private static Optional<Finding> best(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.library().isPresent())
                .min(Comparator.comparing(finding ->
                        finding.library().flatMap(RuntimeLibrary::warning).isPresent()));
    }

    private void lookInto(String place, Path directory, List<Finding> findings) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "libomptarget.so*")) {
            stream.forEach(files::add);
        } catch (IOException e) {
            findings.add(
                    new Finding(place, directory.toString(), "cannot be read: " + e.getMessage(), Optional.empty()));
            return;
        }
        if (files.isEmpty()) {
            findings.add(new Finding(place, directory.toString(), "no libomptarget there", Optional.empty()));
        }
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString()));
        for (Path file : files) {
            findings.add(lookAt(place, file));
        }
    }

    private Finding lookAt(String place, Path file) {
        try {
            Path real = file.toRealPath();
            ElfFile elf = ElfFile.read(real).orElse(null);
            if (elf == null) {
                return new Finding(place, file.toString(), "not a 64-bit shared library", Optional.empty());
            }
            if (elf.machine() != root.system().architecture().elfMachine()) {
                return new Finding(place, file.toString(), "not for " + root.system(), Optional.empty());
            }
            RuntimeVersion version = RuntimeVersion.of(real, elf).orElse(null);
            if (version == null) {
                return new Finding(
                        place, file.toString(), "not a libomptarget that launches kernels", Optional.empty());
            }
            String verdict = "version " + version.major() + " (" + version.evidence() + ")";
            if (version.major() < RuntimeAbi.OLDEST) {
                return new Finding(
                        place,
                        file.toString(),
                        verdict + ", older than " + RuntimeAbi.OLDEST + ", the oldest that programs run on",
                        Optional.empty());
            }
            boolean known = version.major() <= RuntimeAbi.NEWEST;
            int taken = known ? version.major() : RuntimeAbi.NEWEST;
            RuntimeAbi abi = RuntimeAbi.fromOptionName("llvm-" + taken).orElseThrow();
            RuntimeLibrary library = new RuntimeLibrary(real, version.major(), abi, version.evidence(), libomp(real));
            String words = known ? verdict : verdict + ", newer than " + taken + ", the newest one known here";
            return new Finding(place, file.toString(), words, Optional.of(library));
        } catch (IOException e) {
            return new Finding(place, file.toString(), "cannot be read: " + e.getMessage(), Optional.empty());
        }
    }

    private Optional<Path> libomp(Path library) {
        List<Path> directories = new ArrayList<>();
        Path own = library.getParent();
        if (own != null) {
            directories.add(own);
        }
        directories.add(root.resolve("usr/lib/" + root.system().libraryFolder()));
        directories.add(root.resolve("usr/lib64"));
        for (Path directory : directories) {
            for (String name : LIBOMP_NAMES) {
                if (Files.isRegularFile(directory.resolve(name))) {
                    return Optional.of(directory.resolve(name));
                }
            }
        }
        return Optional.empty();
    }
}
