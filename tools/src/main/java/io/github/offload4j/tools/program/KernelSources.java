package io.github.offload4j.tools.program;

import java.util.List;

/**
 * Kernels to be compiled, in a module that may have host code too.
 *
 * @param name what messages call the module
 * @param content text or bitcode
 * @param kernels functions that are kernels whether or not the module says so: symbols, or names in source code
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KernelSources(String name, byte[] content, List<String> kernels) {
    /** Copies the list. */
    public KernelSources {
        kernels = List.copyOf(kernels);
    }
}
