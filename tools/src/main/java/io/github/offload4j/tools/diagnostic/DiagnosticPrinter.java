package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;

/** Prints diagnostics as LLVM's tools do: tool, place and message, then the source line and a caret below it. */
public final class DiagnosticPrinter {
    private static final String TOOL = "irgen";

    private final PrintWriter out;
    private final boolean color;

    /**
     * Creates a printer.
     *
     * @param color whether to mark up the text for a terminal
     */
    public DiagnosticPrinter(PrintWriter out, boolean color) {
        this.out = Objects.requireNonNull(out, "out is null");
        this.color = color;
    }

    /** Prints everything that is wrong with an input. */
    public void print(InputException exception) {
        SourceFiles sources = new SourceFiles();
        for (Diagnostic diagnostic : exception.diagnostics()) {
            if (diagnostic.source().isPresent()) {
                SourceLocation source = diagnostic.source().get();
                print(source.toString(), DiagnosticLevel.ERROR, diagnostic.message(), sources.line(source));
                continue;
            }
            print(exception.name(), DiagnosticLevel.ERROR, diagnostic, exception.source());
        }
    }

    /** Prints an error that is not about a file. */
    public void error(String message) {
        head("", DiagnosticLevel.ERROR, message);
    }

    /** Prints a warning that is not about a file. */
    public void warning(String message) {
        head("", DiagnosticLevel.WARNING, message);
    }

    /** Prints a warning about a file as a whole. */
    public void warning(String file, String message) {
        head(file + ":", DiagnosticLevel.WARNING, message);
    }

    /** Prints a note about a file as a whole. */
    public void note(String file, String message) {
        head(file + ":", DiagnosticLevel.NOTE, message);
    }

    /** Prints a note that is not about a file; behind another message it belongs to that. */
    public void note(String message) {
        head("", DiagnosticLevel.NOTE, message);
    }

    /**
     * Prints something about a place that the input names.
     *
     * @param place the place as the user knows it, empty for none
     * @param excerpt the source line and the column in it, when the source can be read
     */
    public void print(String place, DiagnosticLevel severity, String message, Optional<SourceLine> excerpt) {
        head(place.isEmpty() ? "" : place + ":", severity, message);
        excerpt.map(line -> Excerpt.of(line.text(), line.column())).ifPresent(this::excerpt);
    }

    private void print(String file, DiagnosticLevel severity, Diagnostic diagnostic, Optional<SourceText> source) {
        String place = diagnostic
                .position()
                .map(p -> file + ":" + p.line() + ":" + p.column() + ":")
                .orElse(file + ":");
        head(place, severity, diagnostic.message());
        if (diagnostic.position().isPresent() && source.isPresent()) {
            Position position = diagnostic.position().get();
            source.get()
                    .line(position.line())
                    .map(line -> Excerpt.of(line, position.column()))
                    .ifPresent(this::excerpt);
        }
    }

    private void head(String place, DiagnosticLevel severity, String message) {
        out.println(paint(TOOL + ":" + (place.isEmpty() ? "" : " " + place), "1") + " "
                + paint(severity.label() + ":", severity.style()) + " " + paint(message, "1"));
        out.flush();
    }

    private void excerpt(Excerpt excerpt) {
        out.println(excerpt.line());
        out.println(excerpt.indent() + paint("^", "1;32"));
        out.flush();
    }

    private String paint(String text, String style) {
        return color ? "\033[" + style + "m" + text + "\033[0m" : text;
    }
}
