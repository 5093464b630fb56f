package io.github.offload4j.tools;

import io.github.offload4j.tools.build.BuildCommand;
import io.github.offload4j.tools.build.DeviceCommand;
import io.github.offload4j.tools.check.CheckCommand;
import io.github.offload4j.tools.cli.Failures;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.OptionNames;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.cli.Version;
import io.github.offload4j.tools.doctor.DoctorCommand;
import io.github.offload4j.tools.emit.EmitCommand;
import io.github.offload4j.tools.explain.ExplainCommand;
import io.github.offload4j.tools.lower.LowerCommand;
import io.github.offload4j.tools.run.RunCommand;
import io.github.offload4j.tools.timeline.TimelineCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
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
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    private Irgen() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(StandardStreams.ofProcess()).execute(args));
    }

    static CommandLine commandLine(StandardStreams streams) {
        GlobalOptions global = new GlobalOptions(streams);
        CommandLine commandLine = new CommandLine(new Irgen());
        commandLine.addMixin("global", global);
        commandLine.addSubcommand(new DoctorCommand(streams));
        commandLine.addSubcommand(new EmitCommand(streams, global));
        commandLine.addSubcommand(new DeviceCommand(streams));
        commandLine.addSubcommand(new BuildCommand(streams, global));
        commandLine.addSubcommand(new LowerCommand(streams, global));
        commandLine.addSubcommand(new CheckCommand(streams, global));
        commandLine.addSubcommand(new ExplainCommand(streams));
        commandLine.addSubcommand(new RunCommand(streams, global));
        commandLine.addSubcommand(new TimelineCommand(streams));
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

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
