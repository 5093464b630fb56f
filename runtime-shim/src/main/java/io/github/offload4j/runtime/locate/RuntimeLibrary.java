package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A libomptarget that emitted code can run on.
 *
 * @param path the file, links resolved
 * @param abi its version
 * @param evidence what gave the version away
 * @param libomp the libomp next to it or in the loader's places, when one is there
 */
public record RuntimeLibrary(Path path, RuntimeAbi abi, String evidence, Optional<Path> libomp) {
    /** Checks the values. */
    public RuntimeLibrary {
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(abi, "abi is null");
        Objects.requireNonNull(evidence, "evidence is null");
        Objects.requireNonNull(libomp, "libomp is null");
    }

    /** Returns the library in words. */
    @Override
    public String toString() {
        return "libomptarget " + abi.optionName().replace("llvm-", "") + " (" + path + ")";
    }
}
