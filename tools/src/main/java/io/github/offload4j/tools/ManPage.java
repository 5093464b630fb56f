package io.github.offload4j.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of a command, from the same words as its help. */
final class ManPage {
    /** Columns of picocli's tables, in which an option's description is the last. */
    private static final int DESCRIPTION = 4;

    private final CommandLine command;
    private final Help help;
    private final UsageMessageSpec words;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandLine command) {
        this.command = command;
        this.help = command.getHelp();
        this.words = command.getCommandSpec().usageMessage();
    }

    /**
     * Writes a page.
     *
     * @param command irgen, or one of its commands
     * @param version of irgen
     * @return the source of the page, for {@code man}
     */
    static String of(CommandLine command, String version) {
        ManPage page = new ManPage(command);
        page.write(version);
        return page.page.toString();
    }

    /** Returns a page's name: {@code irgen}, {@code irgen-emit}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private void write(String version) {
        page.append(".TH ").append(name(command).toUpperCase(Locale.ROOT)).append(" 1 \"\" \"irgen ");
        page.append(escape(version)).append("\" \"irgen\"\n");
        section("NAME");
        line(name(command) + " - " + title(words));
        section("SYNOPSIS");
        line(help.synopsis(0).strip());
        section("DESCRIPTION");
        words(words.description()).forEach(this::paragraph);
        arguments();
        commands();
        section("EXIT STATUS");
        words.exitCodeList().forEach((code, meaning) -> item(code.strip(), List.of(meaning)));
        section("SEE ALSO");
        line(String.join(", ", related()));
    }

    /** What a list of commands says of one: the line above its help, or else the first line of it. */
    private static String title(UsageMessageSpec words) {
        String[] first = words.header().length > 0 ? words.header() : words.description();
        return words(first).findFirst().orElse("");
    }

    private static Stream<String> words(String... texts) {
        return Stream.of(texts).flatMap(text -> Stream.of(String.format(text).split("\\R", -1)));
    }

    private void arguments() {
        List<PositionalParamSpec> positional = command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
        if (!positional.isEmpty()) {
            section("INPUT");
            Help.IParameterRenderer renderer = help.createDefaultParameterRenderer();
            positional.forEach(parameter ->
                    item(rendered(renderer.render(parameter, labels(), help.colorScheme())), described(parameter)));
        }
        section("OPTIONS");
        Help.IOptionRenderer renderer = help.createDefaultOptionRenderer();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                item(rendered(renderer.render(option, labels(), help.colorScheme())), described(option));
            }
        }
    }

    private IParamLabelRenderer labels() {
        return help.parameterLabelRenderer();
    }

    /** The names that the help has in its first columns. */
    private static String rendered(Text[][] rows) {
        List<String> names = new ArrayList<>();
        for (int column = 1; column < DESCRIPTION && column < rows[0].length; column++) {
            names.add(rows[0][column].toString());
        }
        return String.join("", names)
                .replace(",", ", ")
                .replaceAll(",  +", ", ")
                .strip();
    }

    private static List<String> described(ArgSpec argument) {
        return words(argument.description()).toList();
    }

    private void commands() {
        Map<String, CommandLine> commands = command.getSubcommands();
        if (commands.isEmpty()) {
            return;
        }
        section("COMMANDS");
        commands.forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                item(name, List.of(title(sub.getCommandSpec().usageMessage())));
            }
        });
    }

    private Collection<String> related() {
        CommandLine parent = command.getParent();
        return parent != null
                ? List.of(name(parent) + "(1)")
                : command.getSubcommands().values().stream()
                        .map(sub -> name(sub) + "(1)")
                        .toList();
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void item(String term, List<String> text) {
        page.append(".TP\n.B ").append(escape(term)).append('\n');
        text.forEach(this::line);
    }

    private void paragraph(String text) {
        if (text.isBlank()) {
            page.append(".PP\n");
        } else {
            line(text);
        }
    }

    private void line(String text) {
        page.append(escape(text)).append('\n');
    }

    /** A dot or an apostrophe at the beginning would be a request, a plain hyphen not what one copies. */
    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
