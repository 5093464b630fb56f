package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Optional;

/** What a running program is refused with: the place, the argument, the fact, what to do. */
public final class BindingErrors {
    private BindingErrors() {}

    /** Returns an error about an argument. */
    public static OffloadException of(Optional<SourceLocation> site, MapEntry entry, String fact) {
        return of(entry.location().or(() -> site), entry.describe() + " " + fact);
    }

    /** Returns an error about a call. */
    public static OffloadException of(Optional<SourceLocation> site, String fact) {
        return new OffloadException(
                Reason.EXECUTION, site.map(place -> place + ": error: ").orElse("") + fact);
    }
}
