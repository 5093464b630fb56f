package io.github.offload4j.runtime.locate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a search found.
 *
 * @param chosen the library to use, or nothing when none fits
 * @param reason why this one, or why none
 * @param lookedAt everything that was looked at, in order, up to the end of the search
 */
public record RuntimeSearch(Optional<RuntimeLibrary> chosen, String reason, List<Finding> lookedAt) {
    /**
     * One place or file.
     *
     * @param place why it was looked at
     * @param path what was looked at
     * @param verdict what it turned out to be
     * @param library the library, when it can be used
     */
    public record Finding(String place, String path, String verdict, Optional<RuntimeLibrary> library) {
        /** Checks the values. */
        public Finding {
            Objects.requireNonNull(place, "place is null");
            Objects.requireNonNull(path, "path is null");
            Objects.requireNonNull(verdict, "verdict is null");
            Objects.requireNonNull(library, "library is null");
        }
    }

    /** Copies the list. */
    public RuntimeSearch {
        Objects.requireNonNull(chosen, "chosen is null");
        Objects.requireNonNull(reason, "reason is null");
        Objects.requireNonNull(lookedAt, "lookedAt is null");
        lookedAt = List.copyOf(lookedAt);
    }

    /** Returns what to be told of libraries that are not known well enough, the chosen one or not. */
    public List<String> warnings() {
        return Stream.concat(chosen.stream(), usable().stream())
                .distinct()
                .flatMap(library -> library.warning().stream())
                .toList();
    }

    /** Returns every library that could be used, in the order of preference. */
    public List<RuntimeLibrary> usable() {
        return lookedAt.stream()
                .flatMap(finding -> finding.library().stream())
                .distinct()
                .toList();
    }
}
