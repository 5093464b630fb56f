package io.github.offload4j.codegen.abi;

/**
 * A map type: the 64-bit set of {@link MapFlag}s that tells the runtime what to do with one array entry.
 *
 * @param bits the flags, and in the top 16 bits the entry that this one is a member of
 */
public record MapType(long bits) {
    /** No flag: begin allocates only, end releases only. */
    public static final MapType NONE = new MapType(0);

    private static final int MEMBER_OF_SHIFT = 48;

    /** Returns the map type with exactly these flags. */
    public static MapType of(MapFlag... flags) {
        long bits = 0;
        for (MapFlag flag : flags) {
            bits |= flag.bit();
        }
        return new MapType(bits);
    }

    /** Returns whether the flag is set. */
    public boolean has(MapFlag flag) {
        return (bits & flag.bit()) != 0;
    }

    /** Returns the flags of both. */
    public MapType or(MapType other) {
        return new MapType(bits | other.bits);
    }

    /** Returns the flags that both have. */
    public MapType and(MapType other) {
        return new MapType(bits & other.bits);
    }

    /** Returns this map type with one more flag. */
    public MapType with(MapFlag flag) {
        return new MapType(bits | flag.bit());
    }

    /** Returns this map type without the flags of another. */
    public MapType without(MapType other) {
        return new MapType(bits & ~other.bits);
    }

    /**
     * Returns this map type as that of a member.
     *
     * @param number the one-based number of the entry that it belongs to, of 16 bits
     */
    public MapType asMemberOf(int number) {
        return new MapType((bits & ((1L << MEMBER_OF_SHIFT) - 1)) | (long) number << MEMBER_OF_SHIFT);
    }

    /** Returns the one-based number of the entry that this one belongs to, or 0 when it stands alone. */
    public int memberOf() {
        return (int) (bits >>> MEMBER_OF_SHIFT);
    }

    /** Returns the flags in words, for example {@code TO TARGET_PARAM}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        if (memberOf() != 0) {
            words.append("MEMBER_OF(").append(memberOf()).append(") ");
        }
        long rest = bits & ((1L << MEMBER_OF_SHIFT) - 1);
        for (MapFlag flag : MapFlag.values()) {
            if (has(flag)) {
                words.append(flag).append(' ');
                rest &= ~flag.bit();
            }
        }
        if (rest != 0) {
            words.append("0x").append(Long.toHexString(rest)).append(' ');
        }
        return words.isEmpty() ? "NONE" : words.substring(0, words.length() - 1);
    }
}
