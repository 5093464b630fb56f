package io.github.offload4j.codegen.fact;

/**
 * A set of flags that the program may compute in part.
 *
 * @param certain the flags that are set whatever happens
 * @param possible the flags that may be set, the certain ones included
 */
public record KnownBits(long certain, long possible) {
    /** Flags of which nothing is known. */
    public static final KnownBits UNKNOWN = new KnownBits(0, -1);

    /** Returns exactly these flags. */
    public static KnownBits exactly(long flags) {
        return new KnownBits(flags, flags);
    }

    /** Returns whether every flag is known. */
    public boolean isExact() {
        return certain == possible;
    }

    /** Returns whether nothing is known. */
    public boolean isUnknown() {
        return certain == UNKNOWN.certain && possible == UNKNOWN.possible;
    }

    /** Returns the flags of both. */
    public KnownBits union(KnownBits other) {
        return new KnownBits(certain | other.certain, possible | other.possible);
    }

    /** Returns what is known when the program takes one or the other. */
    public KnownBits either(KnownBits other) {
        return new KnownBits(certain & other.certain, possible | other.possible);
    }
}
