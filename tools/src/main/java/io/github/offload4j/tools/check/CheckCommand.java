package io.github.offload4j.tools.check;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code irgen check}. */
@Command(
        name = "check",
        header = "Checks that host and kernels keep to their own memory.",
        description =
                "The module's offload sites may have been emitted by irgen, clang or rustc, or be marked calls. An"
                        + " error is certain; what merely looks wrong is a warning. The checks and what they find are described"
                        + " in docs/checks.md.")
public final class CheckCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Parameters(paramLabel = "IN", description = "The module, as text or bitcode; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String in;

    @Mixin
    private final KernelsOption kernels = new KernelsOption();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    /** Creates the command. */
    public CheckCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        try (IrInput input = IrInput.read(new InputFile(in, streams), global.notes());
                IrInput bodies = kernels.open(streams, global.notes())) {
            MarkedCalls.lower(input, Lowering.with(OffloadOptions.defaults()));
            new ModuleCheck(global.printer(), checks.toCheckOptions()).require(input.name(), input.raw(), bodies);
        }
        return ExitCode.DONE;
    }
}
