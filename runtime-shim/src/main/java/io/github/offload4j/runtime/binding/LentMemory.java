package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Memory that Java lends to a program for a call: an argument that is an array, a buffer or a handle. What the program
 * maps or copies of it must lie inside, since what lies around it is somebody else's. Addresses mean the same in the whole
 * process, and so does what is lent: a program may map its argument on another thread, or hand it on.
 */
public final class LentMemory implements AutoCloseable {
    /** Bytes that no process can have, with five levels of page tables: the device refuses them, and says it better. */
    private static final long BEYOND_ADDRESSES = 1L << 57;

    private static final List<LentMemory> LENT = new CopyOnWriteArrayList<>();

    private final Object owner;
    private final long begin;
    private final long bytes;
    private final String what;

    private LentMemory(Object owner, long begin, long bytes, String what) {
        this.owner = owner;
        this.begin = begin;
        this.bytes = bytes;
        this.what = what;
    }

    /**
     * Lends memory until this is closed.
     *
     * @param owner the Java object whose memory it is, which stays reachable for as long
     * @param what how a message names it
     */
    public static LentMemory lend(Object owner, long begin, long bytes, String what) {
        LentMemory lent = new LentMemory(owner, begin, bytes, what);
        LENT.add(lent);
        return lent;
    }

    /**
     * Checks what a call of the offload runtime maps, before it does.
     *
     * @param site where the user wrote it
     * @throws OffloadException when an entry has a negative size, or names bytes outside of the argument that it is in
     */
    public static void requireMappable(List<MapEntry> entries, Optional<SourceLocation> site) {
        for (MapEntry entry : entries) {
            boolean bytesAtAddress = !entry.has(MapFlag.LITERAL)
                    && !entry.has(MapFlag.ATTACH)
                    && !entry.has(MapFlag.NON_CONTIGUOUS)
                    && entry.begin() != 0;
            if (bytesAtAddress && entry.size() < 0) {
                throw BindingErrors.of(site, entry, entry.negativeSize());
            }
            if (bytesAtAddress) {
                String name =
                        entry.givenName().map(given -> " as '" + given + "'").orElse("");
                requireInside(
                        entry.begin(),
                        entry.size(),
                        "mapped" + name,
                        entry.location().or(() -> site));
            }
            if (entry.isMapped() && StridedSection.isOne(entry)) {
                StridedSection section = StridedSection.of(entry);
                requireInside(
                        section.first(),
                        section.span(),
                        "copied"
                                + entry.givenName()
                                        .map(given -> " as '" + given + "'")
                                        .orElse(""),
                        entry.location().or(() -> site));
            }
            if (entry.isMapped() && entry.has(MapFlag.PTR_AND_OBJ)) {
                requireInside(entry.base(), Long.BYTES, "mapped as a pointer", site);
            }
        }
    }

    /**
     * Checks a region that a program is about to touch.
     *
     * @param use what becomes of it, for a message
     * @throws OffloadException when some of it is lent, and not all of it by one lender
     */
    public static void requireInside(long from, long size, String use, Optional<SourceLocation> site) {
        if (size <= 0) {
            return;
        }
        Optional<LentMemory> crossed = Optional.empty();
        for (LentMemory lent : LENT) {
            if (lent.contains(from, size)) {
                return;
            }
            // what it begins in is what was meant; the rest only lies behind that
            boolean nearer = crossed.isEmpty() || (lent.begin <= from && crossed.get().begin > from);
            if (nearer && lent.isCrossedBy(from, size)) {
                crossed = Optional.of(lent);
            }
        }
        if (crossed.isPresent()) {
            throw BindingErrors.of(site, crossed.get().excess(from, size, use));
        }
    }

    /** Returns how many bytes are lent from an address on, or nothing when it is not lent. */
    public static OptionalLong room(long address) {
        return LENT.stream()
                .filter(lent -> lent.contains(address, 0))
                .mapToLong(lent -> lent.begin + lent.bytes - address)
                .max();
    }

    private boolean contains(long from, long size) {
        long offset = from - begin;
        return offset >= 0 && offset <= bytes && size <= bytes - offset;
    }

    /**
     * An object of no bytes is crossed by what begins where it is. Data of impossible size that begins elsewhere has nothing
     * to do with it, wherever the two happen to lie.
     */
    private boolean isCrossedBy(long from, long size) {
        long offset = from - begin;
        return offset >= 0 ? offset < Math.max(bytes, 1) : size > -offset && size < BEYOND_ADDRESSES;
    }

    private String excess(long from, long size, String use) {
        long first = from - begin;
        // a size near the end of the range would wrap, and is as wrong as the largest that does not
        long last = first > Long.MAX_VALUE - size ? Long.MAX_VALUE : first + size;
        return what + " has " + bytes + " bytes, and its bytes " + first + " to " + last + " are " + use
                + "; give as many as the sizes that the program gets say";
    }

    /** Returns where it begins. */
    public long begin() {
        return begin;
    }

    /** Returns how many bytes it has. */
    public long bytes() {
        return bytes;
    }

    /** Returns how a message names it. */
    public String what() {
        return what;
    }

    /** Takes it back. */
    @Override
    public void close() {
        try {
            LENT.remove(this);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }
}
