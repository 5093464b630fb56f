package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a site's arrays in their order, and which argument owns which. Nobody else knows where an argument's
 * entries are, or that there are entries which no argument owns.
 */
final class EntryTable {
    private final List<Entry> entries;

    /** For each argument, the first of its entries: the one with its pointer or its value. */
    private final List<Integer> firsts;

    /** How many entries a kernel gets; the others come behind them, and only the calls that map take those. */
    private final int passed;

    /** How many entries map memory of their own or pass a value; what is attached or mapped by a function follows. */
    private final int own;

    private EntryTable(List<Entry> entries, List<Integer> firsts, int passed, int own) {
        this.entries = List.copyOf(entries);
        this.firsts = firsts;
        this.passed = passed;
        this.own = own;
    }

    /**
     * Lays out a table.
     *
     * @param hidden an entry that the kernel gets in front of its arguments, if any
     * @param owned the entries of each argument, at least one
     */
    static EntryTable of(Optional<Entry> hidden, List<List<Entry>> owned) {
        List<Entry> entries = new ArrayList<>();
        hidden.ifPresent(entries::add);
        List<Integer> firsts = new ArrayList<>(owned.size());
        for (List<Entry> ofArgument : owned) {
            firsts.add(entries.size());
            entries.addAll(ofArgument);
        }
        return new EntryTable(entries, List.copyOf(firsts), entries.size(), entries.size());
    }

    /** Returns this table with other contents in the same places. */
    EntryTable replaced(List<Entry> others) {
        return new EntryTable(others, firsts, passed, own);
    }

    /**
     * Returns this table with entries that no kernel gets behind the others.
     *
     * @param members what maps memory of its own
     * @param tail what does not
     */
    EntryTable with(List<Entry> members, List<Entry> tail) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(members);
        all.addAll(tail);
        return new EntryTable(all, firsts, passed, entries.size() + members.size());
    }

    /** Returns the entries that map memory of their own or pass a value. */
    List<Entry> own() {
        return entries.subList(0, own);
    }

    /** Returns this table with other contents of those. */
    EntryTable withOwn(List<Entry> others) {
        List<Entry> all = new ArrayList<>(others);
        all.addAll(entries.subList(own, entries.size()));
        return replaced(all);
    }

    /** Returns how many entries a kernel gets. */
    int passed() {
        return passed;
    }

    /** Returns whether more travels than the arguments' own bytes. */
    boolean isDeep() {
        return passed < entries.size()
                || entries.stream().anyMatch(entry -> entry.mapper().isPresent());
    }

    List<Entry> entries() {
        return entries;
    }

    int count() {
        return entries.size();
    }

    /** Returns the place of the entry with an argument's pointer or value; both count from 0. */
    int placeOf(int argument) {
        return firsts.get(argument);
    }

    /** Returns the size of what an argument points to. */
    Size sizeOf(int argument) {
        return entries.get(placeOf(argument)).size();
    }

    List<EntryShape> shapes() {
        return entries.stream().map(Entry::shape).toList();
    }

    /** Returns what messages and reports call each entry. */
    List<ArgumentLabel> labels() {
        return entries.stream().map(Entry::label).toList();
    }

    /** Returns what the kernel gets: the contents of the base array. */
    List<IrValue> bases() {
        return entries.subList(0, passed).stream().map(Entry::base).toList();
    }
}
