package io.github.offload4j.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.cli.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes what an archive of irgen has beside the program: manual pages, and completion for shells. */
final class Manual {
    /** Zsh takes what was written for bash, where it is told to. */
    private static final String ZSH = """
        #compdef irgen
        autoload -U +X bashcompinit && bashcompinit
        # bash's, for which the script has an alias that does not work in a function
        (( $+functions[compopt] )) || function compopt { : }
        source "${${(%):-%x}:A:h}/../../bash-completion/completions/irgen"
        _bash_complete -o default -F _complete_irgen
        """;

    private Manual() {}

    /**
     * Writes.
     *
     * @param arguments the folder, which gets what {@code /usr/share} has
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path share) throws IOException {
        CommandLine irgen = irgen();
        String version = new Version().getVersion()[0].replaceFirst("irgen ", "");
        Path pages = Files.createDirectories(share.resolve("man/man1"));
        page(pages, irgen, version);
        for (CommandLine command : irgen.getSubcommands().values()) {
            page(pages, command, version);
        }
        Path bash = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(bash.resolve("irgen"), AutoComplete.bash("irgen", irgen), UTF_8);
        Path zsh = Files.createDirectories(share.resolve("zsh/site-functions"));
        Files.writeString(zsh.resolve("_irgen"), ZSH, UTF_8);
    }

    private static CommandLine irgen() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return Irgen.commandLine(new StandardStreams(InputStream.nullInputStream(), nowhere, nowhere, false, false));
    }

    private static void page(Path folder, CommandLine command, String version) throws IOException {
        Files.writeString(folder.resolve(ManPage.name(command) + ".1"), ManPage.of(command, version), UTF_8);
    }
}
