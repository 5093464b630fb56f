package io.github.offload4j.tools.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a module goes, and in which format. */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file; '-' is standard output (default: -).")
    private String file = InputFile.DASH;

    @Option(names = "--format", paramLabel = "ll|bc", description = "LLVM IR as text or as bitcode (default: ll).")
    private OutputFormat format = OutputFormat.LL;

    /**
     * Returns the output.
     *
     * @param input the input as given on the command line
     * @throws ParameterException when it would overwrite the input, or spill bitcode over a terminal
     */
    public OutputFile open(String input, StandardStreams streams) {
        OutputFile output = new OutputFile(file, streams);
        if (output.isSameFileAs(input)) {
            throw new ParameterException(command.commandLine(), "the output would overwrite the input '" + input + "'");
        }
        if (format == OutputFormat.BC && output.isTerminal()) {
            throw new ParameterException(
                    command.commandLine(), "bitcode is not written to a terminal; use -o FILE or redirect the output");
        }
        return output;
    }

    /** Returns the format. */
    public OutputFormat format() {
        return format;
    }
}
