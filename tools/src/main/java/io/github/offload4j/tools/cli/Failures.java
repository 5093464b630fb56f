package io.github.offload4j.tools.cli;

import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.ReportedException;
import io.github.offload4j.tools.diagnostic.Words;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into messages and exit codes. */
public final class Failures implements IExecutionStrategy, IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String END_OF_OPTIONS = "--";

    private final GlobalOptions options;
    private final StandardStreams streams;

    /** Creates a handler that prints by the given options. */
    public Failures(GlobalOptions options, StandardStreams streams) {
        this.options = options;
        this.streams = streams;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        DiagnosticPrinter printer = options.printer();
        printer.error(message(exception, arguments));
        printer.note("try '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.WRONG_USAGE;
    }

    private static String message(ParameterException exception, String[] arguments) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> all = List.of(arguments);
            return first.startsWith("-")
                            && all.indexOf(END_OF_OPTIONS) >= 0
                            && all.indexOf(END_OF_OPTIONS) < all.lastIndexOf(first)
                    ? "options stand before '--', and " + Words.quote(first) + " stands behind it"
                    : unmatched(first, exception.getCommandLine().getCommandSpec());
        }
        return lowerFirst(firstLine(String.valueOf(exception.getMessage())));
    }

    private static String unmatched(String argument, CommandSpec command) {
        if (argument.startsWith("-")) {
            String option = argument.split("=", 2)[0];
            return "unknown option " + Words.quote(option)
                    + Words.suggestion(option, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument " + Words.quote(argument)
                : "unknown command " + Words.quote(argument)
                        + Words.suggestion(argument, command.subcommands().keySet());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof InputException input) {
            options.printer().print(input);
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof ReportedException) {
            return ExitCode.BAD_INPUT;
        }
        return fault(exception);
    }

    /** Reports what should never happen. */
    private int fault(Throwable fault) {
        options.printer()
                .error("internal fault, please report it with the input: " + firstLine(fault.toString())
                        + (options.isDebug() ? "" : " (--debug shows where)"));
        if (options.isDebug()) {
            fault.printStackTrace(streams.errWriter());
        }
        return ExitCode.INTERNAL_FAULT;
    }

    @Override
    public int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            options.printer().error("out of memory: " + firstLine(String.valueOf(e.getMessage())));
            return ExitCode.BAD_INPUT;
        } catch (StackOverflowError e) {
            options.printer().error("the input is nested too deep");
            return ExitCode.BAD_INPUT;
        } catch (Error e) {
            // picocli hands on exceptions only; LLVM that does not load is an error
            return fault(e);
        }
    }
}
