package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the six parallel arrays that a data call or a launch takes.
 *
 * @param index its position, from 0
 * @param baseSlot where its base is stored; the runtime writes there for {@link MapFlag#RETURN_PARAM}
 * @param base its base, or the value itself for {@link MapFlag#LITERAL}
 * @param begin where its bytes begin
 * @param size how many bytes
 * @param type what to do with it
 * @param text where what the user calls it and where it was written stands, or 0
 * @param mapper the function that maps it, or 0
 */
public record MapEntry(
        int index, long baseSlot, long base, long begin, long size, MapType type, long text, long mapper) {

    /**
     * The addresses of the arrays.
     *
     * @param count their length
     * @param bases base addresses
     * @param begins begin addresses
     * @param sizes sizes in bytes
     * @param types map types
     * @param names name texts, or 0
     * @param mappers mapper functions, or 0
     */
    public record Arrays(int count, long bases, long begins, long sizes, long types, long names, long mappers) {}

    /** Reads the arrays. */
    public static List<MapEntry> read(Arrays arrays) {
        int count = Math.max(0, arrays.count());
        List<MapEntry> entries = new ArrayList<>(count);
        LongBuffer bases = words(arrays.bases(), count);
        LongBuffer begins = words(arrays.begins(), count);
        LongBuffer sizes = words(arrays.sizes(), count);
        LongBuffer types = words(arrays.types(), count);
        LongBuffer names = words(arrays.names(), count);
        LongBuffer mappers = words(arrays.mappers(), count);
        for (int i = 0; i < count; i++) {
            entries.add(new MapEntry(
                    i,
                    arrays.bases() + (long) i * Long.BYTES,
                    bases.get(i),
                    begins.get(i),
                    sizes.get(i),
                    new MapType(types.get(i)),
                    names.get(i),
                    mappers.get(i)));
        }
        return entries;
    }

    /** An array that is not there has zeros. */
    private static LongBuffer words(long address, int count) {
        return address == 0
                ? LongBuffer.allocate(count)
                : NativeMemory.view(address, (long) count * Long.BYTES).asLongBuffer();
    }

    /** Reads the arrays of a data call: location, device, count, bases, begins, sizes, types, names, mappers. */
    public static List<MapEntry> ofDataCall(long[] words) {
        return read(new Arrays((int) words[2], words[3], words[4], words[5], words[6], words[7], words[8]));
    }

    /** Returns what the user calls it, empty when unknown. */
    public String name() {
        return ReportText.argumentName(text);
    }

    /** Returns the name that the user gave it; a number in its place is none. */
    Optional<String> givenName() {
        return Optional.of(name()).filter(name -> !name.isEmpty() && !ArgumentLabel.isNumber(name));
    }

    /** Returns where the user wrote it. */
    public Optional<SourceLocation> location() {
        return ReportText.argumentLocation(text);
    }

    /** Returns whether the flag is set. */
    public boolean has(MapFlag flag) {
        return type.has(flag);
    }

    /** Returns whether the entry maps memory; the others are values and private copies. */
    public boolean isMapped() {
        return !has(MapFlag.LITERAL) && !has(MapFlag.PRIVATE);
    }

    /** Returns an address of its bytes. */
    public long address() {
        return StridedSection.isOne(this) ? StridedSection.of(this).first() : begin;
    }

    /** Returns how many bytes it has; of a section with gaps those without the gaps. */
    public long bytes() {
        return StridedSection.isOne(this) ? StridedSection.of(this).bytes() : size;
    }

    /** Returns the entry in words, for messages. */
    public String describe() {
        return givenName()
                .map(given -> "'" + given + "'")
                .orElseGet(() -> new ArgumentLabel(name(), index + 1).inMessage());
    }

    /** Says of a negative size that it is one, in the words of who wrote a count that comes to it. */
    public String negativeSize() {
        return size == RuntimeConstants.IMPOSSIBLE_SIZE
                ? "has a count that is negative, or larger than memory"
                : "has a negative size of " + size + " bytes";
    }

    /** Returns a piece of a section with gaps. */
    public MapEntry withoutGaps(long newBegin, long newSize) {
        MapType contiguous = type.without(MapType.of(MapFlag.NON_CONTIGUOUS));
        return new MapEntry(index, baseSlot, newBegin, newBegin, newSize, contiguous, text, mapper);
    }

    /** Returns this entry without a flag. */
    public MapEntry without(MapFlag flag) {
        return new MapEntry(index, baseSlot, base, begin, size, type.without(MapType.of(flag)), text, mapper);
    }

    /** Returns whether no user has written it: a value of no bytes. */
    public boolean isHidden() {
        return has(MapFlag.LITERAL) && size == 0;
    }

    /** Returns this entry with another region. */
    public MapEntry withRegion(long newBase, long newBegin, long newSize) {
        return new MapEntry(index, baseSlot, newBase, newBegin, newSize, type, text, mapper);
    }
}
