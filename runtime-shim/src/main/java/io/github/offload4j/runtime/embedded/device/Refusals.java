package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.binding.MapEntry;
import java.util.Optional;

/** The embedded devices' error messages: the place, the argument, the fact, what to do. */
final class Refusals {
    private Refusals() {}

    /** Returns an error about an argument. */
    static OffloadException of(Optional<SourceLocation> site, MapEntry entry, String fact) {
        return of(entry.location().or(() -> site), entry.describe() + " " + fact);
    }

    /** Returns an error about a call. */
    static OffloadException of(Optional<SourceLocation> site, String fact) {
        return new OffloadException(
                Reason.EXECUTION, site.map(place -> place + ": error: ").orElse("") + fact);
    }
}
