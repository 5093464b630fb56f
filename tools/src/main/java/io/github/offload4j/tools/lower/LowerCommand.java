package io.github.offload4j.tools.lower;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.lower.LoweredModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.KernelsOption;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.OutputFormat;
import io.github.offload4j.tools.cli.OutputOptions;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.program.KnownKernels;
import io.github.offload4j.tools.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code irgen lower}. */
@Command(
        name = "lower",
        header = "Turns marked calls of a module into offload calls.",
        description =
                "A call is marked by calls in front of it, of the functions in offload.h, offload.rs and offload.f90,"
                        + " or by operand bundles: \"offload\" and, for a kernel, \"offload.grid\" and \"offload.block\", with"
                        + " \"offload.map\" for each argument whose bytes the device needs. A module without marked calls comes"
                        + " out as it went in.")
public final class LowerCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Parameters(paramLabel = "IN", description = "The module, as text or bitcode; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String in;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final EmissionOptions emission = new EmissionOptions();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    @Mixin
    private final KernelsOption kernels = new KernelsOption();

    /** Creates the command. */
    public LowerCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        OffloadOptions options = emission.toOffloadOptions();
        OutputFile file = output.open(in, streams);
        try (IrInput input = IrInput.read(new InputFile(in, streams), global.notes());
                IrInput bodies = kernels.open(streams, global.notes())) {
            boolean retargeted = emission.givenTriple()
                    .filter(triple -> HostTriple.give(triple, input))
                    .isPresent();
            List<TransferRemark> remarks = new ArrayList<>();
            Lowering lowering = knowing(Lowering.with(options).remarkingTo(remarks::add), input, bodies);
            LoweredModule module = MarkedCalls.lowered(input, lowering);
            boolean lowered = module.calls() > 0;
            emission.print(remarks, input.name(), global.printer());
            if (lowered) {
                // kernels that are in the module itself are functions of the host from here on
                Program.leaveToHost(input);
                new ModuleCheck(global.printer(), checks.toCheckOptions()).requireLowered(input.name(), module, bodies);
            }
            boolean sameFormat = (output.format() == OutputFormat.LL) == input.isText();
            if (lowered || retargeted || !sameFormat) {
                output.format().write(input.raw(), file);
            } else {
                file.write(input.source());
            }
        }
        return ExitCode.DONE;
    }

    /** Kernels that are in the module itself are known, and what the host computes when a launch is refused. */
    private Lowering knowing(Lowering lowering, IrInput input, @Nullable IrInput bodies) {
        if (bodies != null) {
            return lowering.knowingKernels(bodies.content());
        }
        Optional<KernelFile> own = KnownKernels.inside(input);
        if (own.isEmpty()) {
            return lowering;
        }
        Lowering known = lowering.knowingKernels(own.get().content());
        String triple = HostTriple.of(emission.givenTriple(), input);
        return own.get()
                .onHost(triple, global.notes())
                .map(known::computingOnHost)
                .orElse(known);
    }
}
