package io.github.offload4j.tools;

import io.github.offload4j.tools.build.BuildCommand;
import io.github.offload4j.tools.build.DeviceCommand;
import io.github.offload4j.tools.build.LinkCommand;
import io.github.offload4j.tools.check.CheckCommand;
import io.github.offload4j.tools.cli.CompletionCommand;
import io.github.offload4j.tools.cli.Failures;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.HelpCommand;
import io.github.offload4j.tools.cli.IncludeFolder;
import io.github.offload4j.tools.cli.OptionNames;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.cli.Version;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.doctor.DoctorCommand;
import io.github.offload4j.tools.emit.EmitCommand;
import io.github.offload4j.tools.explain.ExplainCommand;
import io.github.offload4j.tools.lower.LowerCommand;
import io.github.offload4j.tools.run.RunCommand;
import io.github.offload4j.tools.timeline.TimelineCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code irgen} command line. */
@Command(
        name = "irgen",
        description = "Generates GPU-offload code in LLVM IR.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input is wrong or cannot be read, or the output cannot be written",
            "2:the command line is wrong",
            "70:irgen itself is at fault; please report it"
        },
        footer = "")
public final class Irgen implements Runnable {
    private static final Set<String> VERSION = Set.of("-V", "--version");

    /** The commands that speak of all others. */
    private static final Set<String> OVERVIEWS = Set.of("help", "completion");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Option(
            names = "--include-dir",
            description = "Print the folder with offload.h, offload.rs and offload.f90, and exit.")
    private boolean includeFolder;

    private final StandardStreams streams;

    private Irgen(StandardStreams streams) {
        this.streams = streams;
    }

    /** Room for what recurses on its input, LLVM above all; only what is touched is memory. */
    private static final long STACK_BYTES = 1L << 30;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        new Thread(null, () -> System.exit(execute(StandardStreams.ofProcess(), args)), "irgen", STACK_BYTES).start();
    }

    /** Runs the command on the given streams, and returns its exit code. */
    public static int execute(StandardStreams streams, String... args) {
        return commandLine(streams, args).execute(args);
    }

    static CommandLine commandLine(StandardStreams streams) {
        return commandLine(streams, new String[0]);
    }

    /** Returns a command line that knows every command that the arguments can mean: each costs time at the start. */
    private static CommandLine commandLine(StandardStreams streams, String[] args) {
        GlobalOptions global = new GlobalOptions(streams);
        CommandLine commandLine = new CommandLine(new Irgen(streams));
        commandLine.addMixin("global", global);
        Map<String, Supplier<Object>> commands = commands(streams, global);
        if (args.length > 0 && commands.containsKey(args[0]) && !OVERVIEWS.contains(args[0])) {
            commands.keySet().retainAll(Set.of(args[0]));
        } else if (args.length == 1 && VERSION.contains(args[0])) {
            commands.clear();
        }
        commands.values().forEach(command -> commandLine.addSubcommand(command.get()));
        OptionNames.register(commandLine);
        BuildCommand.registerOptionNames(commandLine);
        Failures failures = new Failures(global, streams);
        return commandLine
                .setOut(streams.outWriter())
                .setErr(streams.errWriter())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionStrategy(failures)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** Returns what makes each command, by its name, in the order of the help. */
    private static Map<String, Supplier<Object>> commands(StandardStreams streams, GlobalOptions global) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("doctor", () -> new DoctorCommand(streams));
        commands.put("emit", () -> new EmitCommand(streams, global));
        commands.put("device", () -> new DeviceCommand(streams, global));
        commands.put("build", () -> new BuildCommand(streams, global));
        commands.put("link", () -> new LinkCommand(streams, global));
        commands.put("lower", () -> new LowerCommand(streams, global));
        commands.put("check", () -> new CheckCommand(streams, global));
        commands.put("explain", () -> new ExplainCommand(streams, global));
        commands.put("run", () -> new RunCommand(streams, global));
        commands.put("timeline", () -> new TimelineCommand(streams));
        commands.put("completion", CompletionCommand::new);
        commands.put("help", HelpCommand::new);
        return commands;
    }

    @Override
    public void run() {
        if (includeFolder) {
            streams.outWriter()
                    .println(IncludeFolder.find()
                            .orElseThrow(() ->
                                    new InputException("--include-dir", "the folder is not beside the jar of irgen")));
            return;
        }
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
