package io.github.offload4j.tools.check;

import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.input.IrInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that look into kernels and do not compile them. */
public final class KernelsOption {
    @Option(
            names = "--kernels",
            paramLabel = "K",
            description = "The module with the kernels, before it is compiled for a device: the checks, and resident"
                    + " transfers, look into it.")
    private @Nullable String kernels;

    /** Reads the kernels, which the caller closes; returns null when none are given. */
    public @Nullable IrInput open(StandardStreams streams, InputNotes notes) {
        return kernels == null ? null : IrInput.read(new InputFile(kernels, streams), notes);
    }
}
