package io.github.offload4j.tools.program;

import io.github.offload4j.tools.input.IrInput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the kernels whose bodies resident transfers look into. */
public final class KnownKernels {
    private KnownKernels() {}

    /**
     * Returns the kernels that a command was given, or else those that a module has in it.
     *
     * @param module a module whose marked calls are not lowered yet
     * @param given what the command line names, or null
     */
    public static Optional<byte[]> of(IrInput module, @Nullable IrInput given) {
        if (given != null) {
            return Optional.of(given.content());
        }
        return inside(module).map(KernelFile::content);
    }

    /** Returns the kernels that a module has in it, when there are any. */
    public static Optional<KernelFile> inside(IrInput module) {
        Program program = Program.of(module);
        return program.kernels(List.of(), true)
                .filter(found -> !found.kernels().isEmpty())
                .map(kernels -> KernelFile.of(kernels, program));
    }
}
