package io.github.offload4j.tools;

import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes the page about the commands from what picocli knows of them. */
final class CommandReference {
    private static final Set<String> EVERYWHERE = Set.of("--help", "--version", "--color", "--debug");

    private static final String INTRODUCTION = """
            # Commands

            Every command and option of `irgen`; `irgen COMMAND --help` says the same. This page is made from the program.

            An option's value follows a `=` or a blank. `@FILE` stands for the words in a file. Environment variables have \
            [a page of their own](environment.md).
            """;

    private CommandReference() {}

    /** Returns a command line with every command, which runs nothing as long as it only parses. */
    static CommandLine commandLine() {
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        return Irgen.commandLine(
                new StandardStreams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false));
    }

    static String page() {
        CommandSpec irgen = commandLine().getCommandSpec();
        List<CommandSpec> commands = irgen.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .distinct()
                .toList();
        StringBuilder page = new StringBuilder(INTRODUCTION).append('\n');
        for (CommandSpec command : commands) {
            page.append("- [`irgen " + command.name() + "`](#irgen-" + command.name() + "): "
                    + text(command.usageMessage().header()) + "\n");
        }
        commands.forEach(command -> append(page, command));
        page.append("\n## Options of every command\n\n");
        irgen.options().forEach(option -> append(page, names(option), option));
        page.append("\n## Exit codes\n\n");
        for (Map.Entry<String, String> code :
                irgen.usageMessage().exitCodeList().entrySet()) {
            page.append("- `" + code.getKey() + "`: " + code.getValue() + "\n");
        }
        return page.toString();
    }

    private static void append(StringBuilder page, CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();
        page.append("\n## irgen " + command.name() + "\n\n" + text(usage.header()) + "\n");
        if (usage.description().length > 0) {
            page.append("\n" + text(usage.description()) + "\n");
        }
        String inputs = command.positionalParameters().stream()
                .map(input -> " " + input.paramLabel() + (input.arity().max() > 1 ? "..." : ""))
                .collect(Collectors.joining());
        page.append("\n`irgen " + command.name() + " [OPTIONS]" + inputs + "`\n\n");
        command.positionalParameters().forEach(input -> append(page, "`" + input.paramLabel() + "`", input));
        command.options().stream()
                .filter(option ->
                        !option.hidden() && Arrays.stream(option.names()).noneMatch(EVERYWHERE::contains))
                .forEach(option -> append(page, names(option), option));
        if (usage.footer().length > 0 && !text(usage.footer()).isBlank()) {
            page.append("\n" + text(usage.footer()) + "\n");
        }
    }

    private static void append(StringBuilder page, String names, ArgSpec argument) {
        page.append("- " + names + ": " + text(argument.description()) + "\n");
    }

    private static String names(OptionSpec option) {
        boolean value = option.arity().max() > 0;
        return Stream.of(option.names())
                .map(name ->
                        "`" + name + (value ? (name.startsWith("--") ? "=" : " ") + option.paramLabel() : "") + "`")
                .collect(Collectors.joining(", "));
    }

    /** Returns lines of a help as prose: words between angle brackets would be taken for tags. */
    private static String text(String[] lines) {
        return String.join(" ", lines)
                .replace("%n", " ")
                .replace("%%", "%")
                .replace("<", "\\<")
                .replace("docs/checks.md", "[the checks](checks.md)")
                .strip();
    }
}
