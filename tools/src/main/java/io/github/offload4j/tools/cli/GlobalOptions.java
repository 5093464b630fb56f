package io.github.offload4j.tools.cli;

import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import io.github.offload4j.tools.diagnostic.InputNotes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
public final class GlobalOptions {
    private final StandardStreams streams;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            scope = ScopeType.INHERIT,
            description = "Colour of messages (default: auto, that is on a terminal unless NO_COLOR is set).")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print a stack trace when irgen itself is at fault.")
    private boolean debug;

    private @Nullable InputNotes notes;

    /** Creates the defaults. */
    public GlobalOptions(StandardStreams streams) {
        this.streams = streams;
    }

    /** Returns a printer to standard error. */
    public DiagnosticPrinter printer() {
        String noColor = System.getenv().getOrDefault("NO_COLOR", "");
        return new DiagnosticPrinter(streams.errWriter(), color.colors(streams.errIsTerminal(), noColor));
    }

    /** Returns the notes of this command, which are the same at every call, so that each is printed once. */
    public InputNotes notes() {
        InputNotes begun = notes == null ? new InputNotes(printer()) : notes;
        notes = begun;
        return begun;
    }

    /** Returns whether stack traces are wanted. */
    public boolean isDebug() {
        return debug;
    }
}
