package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A libomptarget that emitted code can run on.
 *
 * @param path the file, links resolved
 * @param version of LLVM
 * @param abi that of its version, or the newest one where it is newer than that
 * @param evidence what gave the version away
 * @param libomp the libomp next to it or in the loader's places, when one is there
 */
public record RuntimeLibrary(Path path, int version, RuntimeAbi abi, String evidence, Optional<Path> libomp) {
    /** Checks the values. */
    public RuntimeLibrary {
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(abi, "abi is null");
        Objects.requireNonNull(evidence, "evidence is null");
        Objects.requireNonNull(libomp, "libomp is null");
    }

    /**
     * Describes a libomptarget of a version that is known.
     *
     * @throws OffloadException when the ABI is {@link RuntimeAbi#PORTABLE}, which is no version
     */
    public RuntimeLibrary(Path path, RuntimeAbi abi, String evidence, Optional<Path> libomp) {
        this(path, version(Objects.requireNonNull(abi, "abi is null")), abi, evidence, libomp);
    }

    private static int version(RuntimeAbi abi) {
        if (abi == RuntimeAbi.PORTABLE) {
            throw new OffloadException(Reason.ARGUMENT, "portable is code for several runtimes, and no library is");
        }
        return Integer.parseInt(abi.optionName().replace("llvm-", ""));
    }

    /** Returns what to be told of it before anything is run on it, if anything. */
    public Optional<String> warning() {
        return version <= RuntimeAbi.NEWEST
                ? Optional.empty()
                : Optional.of("libomptarget " + version + " (" + path + ") is newer than " + RuntimeAbi.NEWEST
                        + ", the newest one known here; it is taken for that, and may not be like it");
    }

    /** Returns the library in words. */
    @Override
    public String toString() {
        return "libomptarget " + version + " (" + path + ")";
    }
}
