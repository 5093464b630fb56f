package io.github.offload4j.tools.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.KernelsOption;
import io.github.offload4j.tools.cli.ExplainFormat;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code irgen explain}. */
@Command(
        name = "explain",
        header = "Shows the offload sites of a module in words.",
        description = "The sites may have been emitted by irgen, clang or rustc. Marked calls are shown as they are"
                + " lowered without further options. As a page of HTML they stand beside their source, with what the"
                + " checks find and what a trace has seen; see docs/explain.md.")
public final class ExplainCommand implements Callable<Integer> {
    /** What only a page shows. */
    private static final List<String> OF_PAGES = List.of("--trace", "--kernels", "--check", "--devices");

    private final StandardStreams streams;
    private final GlobalOptions global;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Parameters(paramLabel = "IN", description = "The module, as text or bitcode; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String in;

    @Option(
            names = "--format",
            paramLabel = "text|json|html",
            description = "Words, JSON, or a page for a browser (default: text).")
    private ExplainFormat format = ExplainFormat.TEXT;

    @Option(
            names = "--trace",
            paramLabel = "FILE.json",
            description = "What 'irgen run --trace' wrote when the program ran, for a page.")
    private @Nullable String trace;

    @Mixin
    private final KernelsOption kernels = new KernelsOption();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

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
        String shown = switch (format) {
            case TEXT -> words(name -> inventory -> new TextExplanation(name).write(inventory));
            case JSON -> words(name -> inventory -> new JsonExplanation(name).write(inventory));
            case HTML -> page();
        };
        new OutputFile(output, streams).write(shown.getBytes(UTF_8));
        return ExitCode.DONE;
    }

    private String words(Function<String, Function<OffloadInventory, String>> writer) {
        for (String option : OF_PAGES) {
            if (command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(command.commandLine(), option + " is for pages; give --format=html");
            }
        }
        try (IrInput input = IrInput.read(new InputFile(in, streams), global.notes())) {
            MarkedCalls.lower(input, Lowering.with(OffloadOptions.defaults()));
            try (IrModule module = new IrModule(input.raw())) {
                return InputException.whenRefused(
                        input.name(), () -> writer.apply(input.name()).apply(new SiteReader(module).read()));
            }
        }
    }

    private String page() {
        try (IrInput input = IrInput.read(new InputFile(in, streams), global.notes());
                IrInput bodies = kernels.open(streams, global.notes())) {
            PageInput page = new PageInput(input, bodies, checks.toCheckOptions());
            return trace == null ? page.write() : page.write(new InputFile(trace, streams));
        }
    }
}
