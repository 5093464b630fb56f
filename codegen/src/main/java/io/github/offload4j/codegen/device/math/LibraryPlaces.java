package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.HostSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a vendor's device library may be.
 *
 * @param given by the user, tried before any other
 * @param environment the process's variables
 * @param root of the file system
 */
public record LibraryPlaces(List<Path> given, Map<String, String> environment, Path root) {
    private static final String LIBDEVICE = "libdevice.10.bc";
    private static final String OCML = "ocml.bc";

    /** As many digits as fit an int. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Copies the list and the map. */
    public LibraryPlaces {
        given = List.copyOf(given);
        environment = Map.copyOf(environment);
    }

    /** Returns the places on this machine. */
    public static LibraryPlaces onThisMachine(List<Path> given) {
        return new LibraryPlaces(given, System.getenv(), Path.of("/"));
    }

    /** Returns the library for a family of processors that this machine has, or nothing when it has none. */
    Optional<Path> find(Architecture architecture) {
        return candidates(architecture).stream().filter(Files::isRegularFile).findFirst();
    }

    /** Returns where was looked and what helps, for the end of a message. */
    String advice(Architecture architecture) {
        String folders = candidates(architecture).stream()
                .map(Path::toString)
                .map(path -> "'" + path + "'")
                .reduce((first, second) -> first + ", " + second)
                .orElse("no place");
        String remedy = architecture == Architecture.NVPTX64
                ? "install the CUDA toolkit and set CUDA_HOME"
                : "install the package rocm-device-libs, or ROCm and set ROCM_PATH";
        return remedy + ", or name the file with --device-library; looked at " + folders;
    }

    private List<Path> candidates(Architecture architecture) {
        return switch (architecture) {
            case NVPTX64 -> nvidia();
            case AMDGCN -> amd();
            case AARCH64, X86_64 -> List.of();
        };
    }

    private List<Path> nvidia() {
        List<Path> files = new ArrayList<>();
        for (String variable : List.of("CUDA_HOME", "CUDA_PATH")) {
            variable(variable).ifPresent(home -> files.add(toolkit(home)));
        }
        besideTools(files);
        variable("CONDA_PREFIX").ifPresent(prefix -> {
            files.add(toolkit(prefix));
            // the library is the same for every host, and conda unpacks the one of the machine
            for (HostSystem system : HostSystem.values()) {
                files.add(prefix.resolve("targets/" + system.cudaTarget() + "/nvvm/libdevice")
                        .resolve(LIBDEVICE));
            }
        });
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            variable(variable).ifPresent(prefix -> packages(prefix.resolve("lib"), files));
        }
        variable("HOME").ifPresent(home -> packages(home.resolve(".local/lib"), files));
        for (Path toolkit : children(root.resolve("usr/local"), "cuda*")) {
            files.add(toolkit(toolkit));
        }
        files.add(root.resolve("usr/lib/nvidia-cuda-toolkit/libdevice").resolve(LIBDEVICE));
        return files;
    }

    /** A toolkit's programs stand beside its library, whatever links lead to them. */
    private void besideTools(List<Path> files) {
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            Path program = Path.of(folder).resolve("ptxas");
            if (!folder.isEmpty() && Files.isRegularFile(program)) {
                try {
                    files.add(toolkit(program.toRealPath().resolve("../..").normalize()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Path toolkit(Path home) {
        return home.resolve("nvvm/libdevice").resolve(LIBDEVICE);
    }

    /** What pip installs of NVIDIA's, by the version of Python. */
    private static void packages(Path libraries, List<Path> files) {
        for (Path python : children(libraries, "python*")) {
            Path nvidia = python.resolve("site-packages/nvidia");
            for (Path part : children(nvidia, "cu*")) {
                files.add(toolkit(part));
            }
        }
    }

    private List<Path> amd() {
        List<Path> folders = new ArrayList<>();
        for (String variable : List.of("HIP_DEVICE_LIB_PATH", "DEVICE_LIB_PATH")) {
            variable(variable).ifPresent(folders::add);
        }
        variable("ROCM_PATH").ifPresent(home -> folders.add(home.resolve("amdgcn/bitcode")));
        for (Path rocm : children(root.resolve("opt"), "rocm*")) {
            folders.add(rocm.resolve("amdgcn/bitcode"));
        }
        for (Path libraries : children(root.resolve("usr/lib"), "*-linux-gnu")) {
            folders.add(libraries.resolve("amdgcn/bitcode"));
        }
        folders.add(root.resolve("usr/lib/amdgcn/bitcode"));
        return folders.stream().map(folder -> folder.resolve(OCML)).toList();
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /** Returns what is in a folder and fits a pattern, the newest version first; nothing where there is no folder. */
    private static List<Path> children(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(LibraryPlaces::numbers, Arrays::compare)
                .thenComparing(Comparator.naturalOrder())
                .reversed());
        return found;
    }

    /** Returns the numbers in a folder's name: 9 and 2 of {@code cuda-9.2}, which is older than {@code cuda-12.8}. */
    private static int[] numbers(Path folder) {
        return NUMBER.matcher(folder.getFileName().toString())
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }
}
