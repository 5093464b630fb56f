package io.github.offload4j.tools.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.ExplainFormat;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code irgen explain}. */
@Command(
        name = "explain",
        header = "Shows the offload sites of a module in words.",
        description = "The sites may have been emitted by irgen, clang or rustc. Marked calls are shown as they are"
                + " lowered without further options.")
public final class ExplainCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Parameters(paramLabel = "IN", description = "The module, as text or bitcode; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String in;

    @Option(names = "--format", paramLabel = "text|json", description = "Words or JSON (default: text).")
    private ExplainFormat format = ExplainFormat.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file; '-' is standard output (default: -).")
    private String output = InputFile.DASH;

    /** Creates the command. */
    public ExplainCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        String shown;
        try (IrInput input = IrInput.read(new InputFile(in, streams), global.notes())) {
            MarkedCalls.lower(input, Lowering.with(OffloadOptions.defaults()));
            try (IrModule module = new IrModule(input.raw())) {
                shown = show(
                        input.name(), InputException.whenRefused(input.name(), () -> new SiteReader(module).read()));
            }
        }
        new OutputFile(output, streams).write(shown.getBytes(UTF_8));
        return ExitCode.DONE;
    }

    private String show(String name, OffloadInventory inventory) {
        return switch (format) {
            case TEXT -> new TextExplanation(name).write(inventory);
            case JSON -> new JsonExplanation(name).write(inventory);
        };
    }
}
