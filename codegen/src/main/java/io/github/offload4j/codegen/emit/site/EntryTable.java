package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a site's arrays in their order, and which argument owns which. Nobody else knows where an argument's
 * entries are, or that there are entries which no argument owns.
 */
final class EntryTable {
    private final List<Entry> entries;

    /** For each argument, the first of its entries: the one with its pointer or its value. */
    private final List<Integer> firsts;

    /** Where the arguments' entries end. */
    private final int argumentsEnd;

    /** How many entries a launch that maps nothing takes; the others come behind them, for the calls that map. */
    private final int passed;

    /** How many entries a launch that maps takes. */
    private final int launched;

    /** How many entries map memory of their own or pass a value; what is attached or mapped by a function follows. */
    private final int own;

    private final boolean deep;

    private EntryTable(
            List<Entry> entries,
            List<Integer> firsts,
            int argumentsEnd,
            int passed,
            int launched,
            int own,
            boolean deep) {
        this.entries = List.copyOf(entries);
        this.firsts = firsts;
        this.argumentsEnd = argumentsEnd;
        this.passed = passed;
        this.launched = launched;
        this.own = own;
        this.deep = deep;
    }

    /**
     * Lays out a table.
     *
     * @param front entries that the kernel gets in front of its arguments
     * @param owned the entries of each argument, at least one
     * @param behind entries that the kernel gets behind them
     */
    static EntryTable of(List<Entry> front, List<List<Entry>> owned, List<Entry> behind) {
        List<Entry> entries = new ArrayList<>(front);
        List<Integer> firsts = new ArrayList<>(owned.size());
        for (List<Entry> ofArgument : owned) {
            firsts.add(entries.size());
            entries.addAll(ofArgument);
        }
        int end = entries.size();
        entries.addAll(behind);
        int count = entries.size();
        return new EntryTable(entries, List.copyOf(firsts), end, count, count, count, false);
    }

    /**
     * Returns this table with one entry more that is the last of what a launch takes.
     *
     * @param counted whether launches count it
     */
    EntryTable closed(Entry last, boolean counted) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(last);
        boolean behindMembers = passed < entries.size();
        int handed = behindMembers || !counted ? passed : passed + 1;
        int ownToo = own == entries.size() ? own + 1 : own;
        return new EntryTable(all, firsts, argumentsEnd, handed, counted ? launched + 1 : launched, ownToo, deep);
    }

    /** Returns this table with other contents in the same places. */
    EntryTable replaced(List<Entry> others) {
        return new EntryTable(others, firsts, argumentsEnd, passed, launched, own, deep);
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
        int added = members.size() + tail.size();
        return new EntryTable(
                all,
                firsts,
                argumentsEnd,
                passed,
                launched + added,
                entries.size() + members.size(),
                deep || added > 0);
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

    /** Returns how many entries a launch takes that maps nothing. */
    int passed() {
        return passed;
    }

    /** Returns how many entries a launch takes that maps what they say. */
    int launched() {
        return launched;
    }

    /** Returns whether more travels than the arguments' own bytes. */
    boolean isDeep() {
        return deep || entries.stream().anyMatch(entry -> entry.mapper().isPresent());
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

    /** Returns what the kernel gets for its arguments: the contents of the base array. */
    List<IrValue> argumentBases() {
        return firsts.isEmpty()
                ? List.of()
                : entries.subList(firsts.get(0), argumentsEnd).stream()
                        .map(Entry::base)
                        .toList();
    }
}
