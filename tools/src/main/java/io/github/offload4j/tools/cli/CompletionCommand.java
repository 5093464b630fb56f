package io.github.offload4j.tools.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code irgen completion}. */
@Command(
        name = "completion",
        header = "Prints what completes commands and options in bash and zsh.",
        description = "In bash, and in zsh after 'autoload -U compinit && compinit': source <(irgen completion)")
public final class CompletionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** Creates the command. */
    public CompletionCommand() {}

    @Override
    public void run() {
        CommandLine irgen = spec.parent().commandLine();
        irgen.getOut().print(AutoComplete.bash("irgen", irgen));
        irgen.getOut().flush();
    }
}
