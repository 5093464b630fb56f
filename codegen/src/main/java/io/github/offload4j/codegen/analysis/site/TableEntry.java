package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the tables that a runtime call takes.
 *
 * @param name what the program calls it, empty when that is not known
 * @param base what the base array holds: the value itself for a literal
 * @param pointer what the pointer array holds
 * @param bytes its size in bytes; of a strided section the number of its dimensions
 * @param flags its map type
 * @param mapper what maps more than the entry itself
 * @param dimensions of a strided section, an offset, a count and a stride in bytes for each; none of anything else
 */
public record TableEntry(
        String name,
        Optional<IrValue> base,
        Optional<IrValue> pointer,
        Quantity bytes,
        KnownBits flags,
        Mapper mapper,
        List<Dimension> dimensions) {
    /** Copies the list. */
    public TableEntry {
        dimensions = List.copyOf(dimensions);
    }

    /** Describes an entry that is no strided section. */
    public TableEntry(
            String name,
            Optional<IrValue> base,
            Optional<IrValue> pointer,
            Quantity bytes,
            KnownBits flags,
            Mapper mapper) {
        this(name, base, pointer, bytes, flags, mapper, List.of());
    }

    /** A dimension of a strided section, in what its description has: an offset, a count and a stride in bytes. */
    public record Dimension(Quantity offset, Quantity count, Quantity stride) {}

    /** What a part of a value is called that does not begin it: the argument, and the bytes in front. */
    private static final Pattern PART = Pattern.compile("(.*)\\+([1-9]\\d{0,8})");

    /** A function of the program that the runtime asks what an entry consists of. */
    public sealed interface Mapper {
        /** There is none. */
        record None() implements Mapper {}

        /**
         * There is one.
         *
         * @param symbol its name
         */
        record Named(String symbol) implements Mapper {}

        /** There may be one. */
        record Unknown() implements Mapper {}
    }

    /** Returns whether no user has written it: a value of no bytes, which hands a launch's bounds to the kernel or is a place. */
    public boolean isHidden() {
        return has(MapFlag.LITERAL) && bytes.is(0);
    }

    /** Returns whether it is the place in which the runtime puts what it adds, from 23 on. */
    public boolean isPlace() {
        return isHidden() && base.filter(IrValue::isNullConstant).isPresent();
    }

    /** Returns the number of an entry as the user counts, from 1. */
    public static int number(List<TableEntry> entries, int index) {
        int number = 1;
        for (int i = 0; i < index; i++) {
            boolean counts = !entries.get(i).isHidden() && !continues(entries, i + 1);
            number += counts ? 1 : 0;
        }
        return number;
    }

    /** Returns whether an entry is not the first of a value that is passed in several. */
    public static boolean continues(List<TableEntry> entries, int index) {
        TableEntry entry = entries.get(index);
        Matcher part = PART.matcher(entry.name());
        if (index == 0 || !entry.has(MapFlag.LITERAL) || !part.matches()) {
            return false;
        }
        String before = entries.get(index - 1).name();
        long offset = Long.parseLong(part.group(2)) - Long.BYTES;
        return offset == 0
                ? before.equals(part.group(1)) || before.isEmpty()
                : before.equals(part.group(1) + "+" + offset);
    }

    /** Returns whether it describes a strided section: its size then counts dimensions, and no bytes. */
    public boolean isStrided() {
        return has(MapFlag.NON_CONTIGUOUS);
    }

    /** Returns whether a flag is set whatever happens. */
    public boolean has(MapFlag flag) {
        return (flags.certain() & flag.bit()) != 0;
    }

    /** Returns whether a flag is set, or may be. */
    public boolean mayHave(MapFlag flag) {
        return (flags.possible() & flag.bit()) != 0;
    }
}
