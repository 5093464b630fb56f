package io.github.offload4j.irtests.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * An installed libomptarget and the libomp that it runs on.
 *
 * <p>Looked for in the directory that the system property {@code offload4j.runtime.VERSION} or the environment variable
 * {@code OFFLOAD4J_RUNTIME_VERSION} names, then where distributions put it.
 *
 * @param version LLVM's major version
 * @param offload libomptarget
 * @param openmp libomp
 */
public record RuntimeInstallation(int version, Path offload, Path openmp) {
    private static final List<String> DIRECTORIES =
            List.of("/usr/lib/llvm-%d/lib", "/usr/lib64/llvm%d/lib64", "/opt/llvm-%d/lib", "/usr/local/llvm-%d/lib");

    /** Returns the runtime of a version; where there is none, the test is skipped, or fails when they are required. */
    public static RuntimeInstallation require(int version) {
        Optional<RuntimeInstallation> found = find(version);
        if (found.isEmpty()) {
            missing("libomptarget of LLVM " + version
                    + " is not installed; name its directory with -Doffload4j.runtime." + version);
        }
        return found.orElseThrow();
    }

    /** Skips the test for want of something outside Java, or fails it when {@code offload4j.runtimes=required}. */
    public static void missing(String what) {
        if ("required".equals(System.getProperty("offload4j.runtimes"))) {
            Assertions.fail(what);
        }
        Assumptions.abort(what);
    }

    /** Returns the runtime of a version, for what is tested only where there is one. */
    public static Optional<RuntimeInstallation> find(int version) {
        List<Path> directories = new ArrayList<>();
        Stream.of(System.getProperty("offload4j.runtime." + version), System.getenv("OFFLOAD4J_RUNTIME_" + version))
                .filter(named -> named != null)
                .forEach(named -> directories.add(Path.of(named)));
        DIRECTORIES.forEach(pattern -> directories.add(Path.of(String.format(pattern, version))));
        return directories.stream()
                .flatMap(directory -> in(directory, version).stream())
                .findFirst();
    }

    private static Optional<RuntimeInstallation> in(Path directory, int version) {
        Optional<Path> offload = first(directory, "libomptarget.so." + version + ".1", "libomptarget.so." + version);
        Optional<Path> openmp = first(directory, "libomp-" + version + ".so.5", "libomp.so.5", "libomp.so");
        return offload.isPresent() && openmp.isPresent()
                ? Optional.of(new RuntimeInstallation(version, offload.get(), openmp.get()))
                : Optional.empty();
    }

    private static Optional<Path> first(Path directory, String... names) {
        return Stream.of(names).map(directory::resolve).filter(Files::exists).findFirst();
    }
}
