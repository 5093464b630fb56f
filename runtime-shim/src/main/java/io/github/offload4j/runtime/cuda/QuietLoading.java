package io.github.offload4j.runtime.cuda;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Loads a class while standard error is silent. The CUDA preset that binds CUDA 13 and the LLVM preset come from different
 * releases of JavaCPP, which prints a warning about that at the first use; they work together, and no user can act on it.
 */
final class QuietLoading {
    private QuietLoading() {}

    /**
     * Initialises a class, and returns it.
     *
     * @throws LinkageError when its native library, or one that it needs, cannot be loaded
     */
    static synchronized Class<?> of(String className) throws ClassNotFoundException {
        PrintStream error = System.err;
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
            System.setErr(silent);
            return Class.forName(className);
        } finally {
            System.setErr(error);
        }
    }
}
