package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a module does wrong.
 *
 * @param check the check that found it
 * @param severity how much it weighs
 * @param message the fact and what to do, in lower case and without a full stop
 * @param function the function of the module that it is in
 * @param location where the program's source has it, when the module says
 * @param chain how the program gets there, from the offload site on; empty when it is at the site
 */
public record Finding(
        Check check,
        Severity severity,
        String message,
        String function,
        Optional<SourceLocation> location,
        List<Step> chain) {
    /** Copies the list. */
    public Finding {
        Objects.requireNonNull(check, "check is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(message, "message is null");
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(location, "location is null");
        Objects.requireNonNull(chain, "chain is null");
        chain = List.copyOf(chain);
    }

    /**
     * One step on the way to a finding.
     *
     * @param text what happens, in lower case and without a full stop
     * @param location where the program's source has it, when the module says
     */
    public record Step(String text, Optional<SourceLocation> location) {
        /** Checks the values. */
        public Step {
            Objects.requireNonNull(text, "text is null");
            Objects.requireNonNull(location, "location is null");
        }
    }

    Finding with(Severity other) {
        return new Finding(check, other, message, function, location, chain);
    }

    /** Returns the finding as a tool prints it, for example {@code run.c:7:3: error: extent: …}. */
    @Override
    public String toString() {
        String place = location.map(SourceLocation::toString).orElse("function '" + function + "'");
        return place + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + check.optionName() + ": "
                + message;
    }
}
