package io.github.offload4j.tools.diagnostic;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says what was done to inputs to read them: of each file each thing once, however often it is read. */
public final class InputNotes {
    private record Said(String file, String note) {}

    private final Optional<DiagnosticPrinter> printer;
    private final Set<Said> said = new HashSet<>();

    /** Creates notes that nothing was said in. */
    public InputNotes(DiagnosticPrinter printer) {
        this(Optional.of(printer));
    }

    private InputNotes(Optional<DiagnosticPrinter> printer) {
        this.printer = printer;
    }

    /** Returns notes that nobody hears. */
    public static InputNotes silent() {
        return new InputNotes(Optional.empty());
    }

    /** Prints a note about a file, unless it was printed before. */
    public void print(String file, String note) {
        if (said.add(new Said(file, note))) {
            printer.ifPresent(to -> to.note(file, note));
        }
    }
}
