package io.github.offload4j.tools.check;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.lower.LowerCommand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--kernels",
            paramLabel = "K",
            description = "The module with the kernels, before it is compiled for a device.")
    private @Nullable String kernels;

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    /** Creates the command. */
    public CheckCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        try (IrInput input = IrInput.read(new InputFile(in, streams))) {
            LowerCommand.lower(input, OffloadOptions.defaults());
            boolean failed = new FindingPrinter(global.printer(), input.name()).print(findings(input));
            return failed ? ExitCode.BAD_INPUT : ExitCode.DONE;
        }
    }

    private List<Finding> findings(IrInput input) {
        if (kernels == null) {
            return OffloadChecker.check(input.raw(), checks.toCheckOptions());
        }
        try (IrInput device = IrInput.read(new InputFile(kernels, streams))) {
            return OffloadChecker.check(input.raw(), Optional.of(device.raw()), checks.toCheckOptions());
        }
    }
}
