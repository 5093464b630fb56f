package io.github.offload4j.tools.check;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.Severity;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.tools.diagnostic.DiagnosticLevel;
import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import io.github.offload4j.tools.diagnostic.SourceFiles;
import java.util.List;

/** Prints what the checks find: the place in the source, the message, the check's name, and how the program gets there. */
public final class FindingPrinter {
    private final DiagnosticPrinter printer;
    private final String input;
    private final SourceFiles sources = new SourceFiles();

    /**
     * Creates a printer.
     *
     * @param input what messages call the module
     */
    public FindingPrinter(DiagnosticPrinter printer, String input) {
        this.printer = printer;
        this.input = input;
    }

    /**
     * Prints findings.
     *
     * @return whether one of them is an error
     */
    public boolean print(List<Finding> findings) {
        findings.forEach(this::print);
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    private void print(Finding finding) {
        // without a place in the source the function says where to look
        String where = finding.location().isPresent() ? "" : "in function '" + finding.function() + "': ";
        printer.print(
                finding.location().map(SourceLocation::toString).orElse(input),
                severity(finding),
                where + finding.message() + " [" + finding.check().optionName() + "]",
                finding.location().flatMap(sources::line));
        for (Finding.Step step : finding.chain()) {
            printer.print(
                    step.location().map(SourceLocation::toString).orElse(input),
                    DiagnosticLevel.NOTE,
                    step.text(),
                    step.location().flatMap(sources::line));
        }
    }

    private static DiagnosticLevel severity(Finding finding) {
        return switch (finding.severity()) {
            case WARNING -> DiagnosticLevel.WARNING;
            case ERROR -> DiagnosticLevel.ERROR;
        };
    }
}
