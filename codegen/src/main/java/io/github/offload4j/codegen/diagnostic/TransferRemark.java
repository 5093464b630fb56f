package io.github.offload4j.codegen.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the transfers of one site when data was to stay on the device.
 *
 * @param kind the most that became of them
 * @param callee the kernel or function that the site calls
 * @param function the function that the site is in
 * @param location where the user wrote the site, when that is known
 * @param text what became of each argument, in words
 * @param savedBytes bytes that are not copied any more each time that control comes to the site with its data on the
 *     device; nothing when a size is not known
 */
public record TransferRemark(
        Kind kind,
        String callee,
        String function,
        Optional<SourceLocation> location,
        String text,
        OptionalLong savedBytes) {
    /** What can become of a site's transfers. */
    public enum Kind {
        /** Some data is mapped in front of a loop and unmapped behind it. */
        MOVED,
        /** Some data stays on the device between this site and others. */
        MERGED,
        /** Fewer bytes are copied, but data does not stay. */
        TRIMMED,
        /** Everything is as it was. */
        KEPT
    }

    /** Checks the values. */
    public TransferRemark {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(callee, "callee is null");
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(location, "location is null");
        Objects.requireNonNull(text, "text is null");
        Objects.requireNonNull(savedBytes, "savedBytes is null");
    }

    /** Returns the remark as one line. */
    @Override
    public String toString() {
        return "'" + callee + "' in '" + function + "': " + text
                + (savedBytes.isPresent() && savedBytes.getAsLong() > 0
                        ? "; saves up to " + savedBytes.getAsLong() + " bytes each time"
                        : "");
    }
}
