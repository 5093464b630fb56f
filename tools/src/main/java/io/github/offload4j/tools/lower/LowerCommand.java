package io.github.offload4j.tools.lower;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import io.github.offload4j.codegen.lower.MarkProblem;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.OutputFormat;
import io.github.offload4j.tools.cli.OutputOptions;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code irgen lower}. */
@Command(
        name = "lower",
        header = "Turns marked calls of a module into offload calls.",
        description = "A call is marked by operand bundles: \"offload\" and, for a kernel, \"offload.grid\" and"
                + " \"offload.block\", with \"offload.map\" for each argument whose bytes the device needs. A module"
                + " without marked calls comes out as it went in.")
public final class LowerCommand implements Callable<Integer> {
    private final StandardStreams streams;

    @Parameters(paramLabel = "IN", description = "The module, as text or bitcode; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String in;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final EmissionOptions emission = new EmissionOptions();

    /** Creates the command. */
    public LowerCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        OffloadOptions options = emission.toOffloadOptions();
        OutputFile file = output.open(in, streams);
        try (IrInput input = IrInput.read(new InputFile(in, streams))) {
            boolean retargeted = emission.givenTriple()
                    .filter(triple -> HostTriple.give(triple, input))
                    .isPresent();
            boolean lowered = lower(input, options) > 0;
            boolean sameFormat =
                    (output.format() == OutputFormat.LL) == input.text().isPresent();
            if (lowered || retargeted || !sameFormat) {
                output.format().write(input.raw(), file);
            } else {
                file.write(input.content());
            }
        }
        return ExitCode.DONE;
    }

    /**
     * Lowers a module in place.
     *
     * @return how many calls were marked
     * @throws InputException with all that is wrong with its marked calls
     */
    public static int lower(IrInput input, OffloadOptions options) {
        return lower(input, Lowering.with(options));
    }

    /**
     * Lowers a module in place.
     *
     * @return how many calls were marked
     * @throws InputException with all that is wrong with its marked calls
     */
    public static int lower(IrInput input, Lowering lowering) {
        // when it fails, the command does, and nothing is made of the input
        Lowering once = lowering.withoutCopy();
        try {
            return input.text().isPresent()
                    ? once.lower(input.raw(), input.text().get().content())
                    : once.lower(input.raw());
        } catch (LoweringException e) {
            List<Diagnostic> diagnostics =
                    e.problems().stream().map(LowerCommand::diagnostic).toList();
            throw input.text()
                    .map(text -> new InputException(text, diagnostics))
                    .orElseGet(() -> InputException.ofWhole(input.name(), diagnostics));
        } catch (OffloadException e) {
            if (e.reason() == Reason.VERIFICATION) {
                throw e; // the input was verified before, so this is no fault of the user's
            }
            throw new InputException(input.name(), Objects.requireNonNull(e.getMessage()));
        }
    }

    private static Diagnostic diagnostic(MarkProblem problem) {
        return problem.position()
                .map(p -> Diagnostic.at(new Position(p.line(), p.column()), problem.toString()))
                .orElseGet(() -> Diagnostic.ofWhole(problem.toString()));
    }
}
