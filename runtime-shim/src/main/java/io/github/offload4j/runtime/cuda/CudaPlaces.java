package io.github.offload4j.runtime.cuda;

import io.github.offload4j.runtime.locate.SystemRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where CUDA's libraries are kept when the loader does not find them by itself. */
final class CudaPlaces {
    private static final List<String> VARIABLES = List.of("CUDA_HOME", "CUDA_PATH");
    private final Map<String, String> environment;
    private final SystemRoot root;

    CudaPlaces(Map<String, String> environment, SystemRoot root) {
        this.environment = Map.copyOf(environment);
        this.root = root;
    }

    static CudaPlaces ofThisProcess() {
        return new CudaPlaces(System.getenv(), SystemRoot.ofThisMachine());
    }

    /** Returns the files of a library that exist, the likeliest first. */
    List<Path> find(SharedObject library) {
        return directories(library).stream()
                .map(directory -> directory.resolve(library.fileName()))
                .filter(Files::exists)
                .toList();
    }

    private List<Path> directories(SharedObject library) {
        if (library.isDriver()) {
            return Stream.of(
                            "usr/local/nvidia/lib64",
                            "usr/lib/" + root.system().libraryFolder(),
                            "usr/lib64",
                            "usr/lib/wsl/lib")
                    .map(root::resolve)
                    .toList();
        }
        List<Path> directories = new ArrayList<>();
        for (Path toolkit : toolkits()) {
            directories.add(toolkit.resolve("lib64"));
            directories.add(toolkit.resolve("targets/" + root.system().cudaTarget() + "/lib"));
            directories.add(toolkit.resolve("lib"));
        }
        return directories;
    }

    private List<Path> toolkits() {
        List<Path> toolkits = new ArrayList<>();
        for (String variable : VARIABLES) {
            String named = environment.getOrDefault(variable, "");
            if (!named.isEmpty()) {
                toolkits.add(Path.of(named));
            }
        }
        Path usual = root.resolve("usr/local");
        toolkits.add(usual.resolve("cuda"));
        if (Files.isDirectory(usual)) {
            try (Stream<Path> files = Files.list(usual)) {
                files.filter(file -> String.valueOf(file.getFileName()).startsWith("cuda-"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(toolkits::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return toolkits;
    }
}
