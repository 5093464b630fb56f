package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.KernelsOption;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.OutputOptions;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.spec.Spec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code irgen emit}. */
@Command(
        name = "emit",
        header = "Writes host stubs for kernels and library calls from a spec.",
        description = "Each offload of the spec becomes a function with C linkage that maps its arguments, launches the"
                + " kernel or calls the library, and copies the results back.")
public final class EmitCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Parameters(paramLabel = "SPEC.yaml", description = "The spec; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String spec;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final EmissionOptions emission = new EmissionOptions();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    @Mixin
    private final KernelsOption kernels = new KernelsOption();

    /** Creates the command. */
    public EmitCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        OffloadOptions options = emission.toOffloadOptions();
        OutputFile file = output.open(spec, streams);
        Spec read = SpecSteps.read(spec, streams);
        byte[] content;
        try (IrInput bodies = kernels.open(streams, global.notes());
                HostModule module = new SpecSteps(global, emission, checks).emit(read, options, List.of(), bodies)) {
            content = output.format().bytes(module.raw());
        }
        file.write(content);
        return ExitCode.DONE;
    }
}
