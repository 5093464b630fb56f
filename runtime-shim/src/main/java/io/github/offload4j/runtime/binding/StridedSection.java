package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A section with gaps, as an update describes it to the runtime: an offset, a count and a stride for each dimension. The last
 * one is a piece without gaps, and the others are loops around it.
 *
 * @param begin where the base of the section is
 * @param loops the loops, the outermost first
 * @param pieceBytes the size of a piece
 * @param merged how many loops the runtime leaves out, since what is inside of them fills their strides
 */
public record StridedSection(long begin, List<Dimension> loops, long pieceBytes, int merged) {
    private static final int FIELDS = 3;

    /** More dimensions than any program has: the number is garbage then. */
    private static final long MOST = 64;

    /**
     * One dimension.
     *
     * @param offset how many strides lie in front of the first
     * @param count how many there are
     * @param stride from one to the next, in bytes
     */
    public record Dimension(long offset, long count, long stride) {}

    /** Copies the list. */
    public StridedSection {
        loops = List.copyOf(loops);
    }

    /** Returns whether an entry is such a section. */
    public static boolean isOne(MapEntry entry) {
        return entry.has(MapFlag.NON_CONTIGUOUS) && entry.begin() != 0 && entry.size() > 0 && entry.size() <= MOST;
    }

    /** Reads the description of an entry that is one. */
    public static StridedSection of(MapEntry entry) {
        int dimensions = (int) entry.size();
        LongBuffer words = NativeMemory.view(entry.begin(), (long) dimensions * FIELDS * Long.BYTES)
                .asLongBuffer();
        List<Dimension> all = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            int at = i * FIELDS;
            all.add(new Dimension(words.get(at), words.get(at + 1), words.get(at + 2)));
        }
        Dimension last = all.get(dimensions - 1);
        int merged = merged(all);
        return new StridedSection(
                entry.base() + (merged == 0 ? last.offset() * last.stride() : 0),
                all.subList(0, dimensions - 1),
                last.count() * last.stride(),
                merged);
    }

    /** libomptarget up to 22 counts these, and then makes so many fewer of the innermost loops. */
    private static int merged(List<Dimension> all) {
        int merged = 0;
        for (int i = 1; i < all.size(); i++) {
            Dimension inner = all.get(i);
            merged += inner.count() * inner.stride() == all.get(i - 1).stride() ? 1 : 0;
        }
        return merged;
    }

    /** Returns whether the runtime copies less than the description says. */
    public boolean loses() {
        return merged > 0
                && isAny()
                && loops.subList(loops.size() - merged, loops.size()).stream().anyMatch(loop -> loop.count() > 1);
    }

    private boolean isAny() {
        return pieceBytes > 0 && loops.stream().allMatch(loop -> loop.count() > 0);
    }

    /** Returns how many bytes the runtime copies. */
    public long bytes() {
        if (!isAny()) {
            return 0;
        }
        long bytes = pieceBytes;
        for (Dimension loop : made()) {
            bytes *= loop.count();
        }
        return bytes;
    }

    private List<Dimension> made() {
        return loops.subList(0, loops.size() - merged);
    }

    /** Tells the address of each piece that the runtime copies, in its order. */
    public void forEachPiece(LongConsumer piece) {
        if (isAny()) {
            tell(0, begin, piece);
        }
    }

    private void tell(int index, long address, LongConsumer piece) {
        if (index == loops.size()) {
            piece.accept(address);
            return;
        }
        Dimension loop = loops.get(index);
        // of a loop that is left out the runtime makes the first round
        long rounds = index < made().size() ? loop.count() : 1;
        for (long i = 0; i < rounds; i++) {
            tell(index + 1, address + (offset(index) + i) * loop.stride(), piece);
        }
    }

    /** The outermost of the loops that are left out has an offset, and the others have none. */
    private long offset(int index) {
        return index <= made().size() ? loops.get(index).offset() : 0;
    }

    /** Returns the bytes from the first piece to the last. */
    public long span() {
        long span = pieceBytes;
        for (Dimension loop : made()) {
            span += (loop.count() - 1) * loop.stride();
        }
        return isAny() ? span : 0;
    }

    /** Returns where the first piece is. */
    public long first() {
        long first = begin;
        for (int i = 0; i < loops.size(); i++) {
            first += offset(i) * loops.get(i).stride();
        }
        return first;
    }
}
