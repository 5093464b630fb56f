package io.github.offload4j.tools.cli;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code irgen help}: what {@code --help} says, under the name that one tries first. */
@Command(
        name = "help",
        header = "Shows the help of a command.",
        description = "'irgen help emit' says what 'irgen emit --help' says, and 'irgen help' what there is.")
public final class HelpCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; without one, irgen itself.")
    @SuppressWarnings("NullAway.Init") // empty unless given
    private String command = "";

    /** Creates the command. */
    public HelpCommand() {}

    @Override
    public void run() {
        CommandLine irgen = spec.parent().commandLine();
        CommandLine asked = command.isEmpty() ? irgen : irgen.getSubcommands().get(command);
        if (asked == null) {
            String known = irgen.getSubcommands().entrySet().stream()
                    .filter(each ->
                            !each.getValue().getCommandSpec().usageMessage().hidden())
                    .map(Map.Entry::getKey)
                    .collect(joining(", "));
            throw new ParameterException(spec.commandLine(), "no command '" + command + "'; there are " + known);
        }
        asked.usage(irgen.getOut());
    }
}
