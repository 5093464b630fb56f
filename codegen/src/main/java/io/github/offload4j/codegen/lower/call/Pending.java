package io.github.offload4j.codegen.lower.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been marked on the ways to a place in a function, for a call that is still to come. */
sealed interface Pending {
    /** Nothing is pending. */
    record None() implements Pending {}

    /**
     * The marks of one call.
     *
     * @param entries in their order; the first begins the group
     * @param direct whether no other call came behind the last of them
     */
    record Group(List<Entry> entries, boolean direct) implements Pending {
        /** More than this no call can use. */
        private static final int MOST = 4096;

        Entry head() {
            return entries.get(0);
        }

        /** Returns whether the marks are for what is done to data: nothing begins those of a call. */
        boolean isForData() {
            return head().function() != MarkFunction.MARK;
        }

        Optional<Entry> find(MarkFunction function) {
            return entries.stream().filter(e -> e.function() == function).findFirst();
        }

        private Group adding(MarkCall mark) {
            if (entries.size() == MOST) {
                return this;
            }
            List<Entry> more = new ArrayList<>(entries);
            more.add(new Entry(mark));
            return new Group(List.copyOf(more), true);
        }

        private Group passed() {
            return direct ? new Group(entries, false) : this;
        }

        boolean has(MarkCall mark) {
            return entries.stream().anyMatch(e -> e.calls().contains(mark));
        }
    }

    /**
     * Not the same on all ways.
     *
     * @param first what is pending on one way
     * @param second what is pending on another
     */
    record Torn(Pending first, Pending second) implements Pending {}

    /** Returns what is pending behind a mark. */
    default Pending with(MarkCall mark) {
        if (mark.function() == MarkFunction.MARK) {
            return new Group(List.of(new Entry(mark)), true);
        }
        if (mark.function().endsGroup()) {
            return groups().stream().anyMatch(Group::isForData) ? new None() : this;
        }
        if (this instanceof None && mark.function().beginsData()) {
            return new Group(List.of(new Entry(mark)), true);
        }
        if (this instanceof Group group) {
            return group.adding(mark);
        }
        if (this instanceof Torn torn) {
            return new Torn(torn.first.with(mark), torn.second.with(mark));
        }
        return this;
    }

    /** Returns what is pending behind a call that the marks are not for. */
    default Pending past() {
        if (this instanceof Group group) {
            return group.passed();
        }
        return this instanceof Torn torn ? new Torn(torn.first.past(), torn.second.past()) : this;
    }

    /** Returns the groups that may be pending. */
    default List<Group> groups() {
        if (this instanceof Group group) {
            return List.of(group);
        }
        if (this instanceof Torn torn) {
            List<Group> groups = new ArrayList<>(torn.first.groups());
            groups.addAll(torn.second.groups());
            return groups;
        }
        return List.of();
    }

    /** Returns what is pending where two ways meet. */
    default Pending meet(Pending other, Facts facts) {
        if (equals(other)) {
            return this;
        }
        if (other instanceof Torn torn) {
            return this instanceof Torn ? this : new Torn(this, agree(torn.first, facts) ? torn.second : torn.first);
        }
        if (this instanceof Torn) {
            return this;
        }
        if (this instanceof Group mine && other instanceof Group theirs && agree(theirs, facts)) {
            List<Entry> merged = new ArrayList<>();
            for (int i = 0; i < mine.entries.size(); i++) {
                merged.add(mine.entries.get(i).with(theirs.entries.get(i)));
            }
            return new Group(List.copyOf(merged), mine.direct && theirs.direct);
        }
        return new Torn(this, other);
    }

    private boolean agree(Pending other, Facts facts) {
        if (this instanceof Group mine && other instanceof Group theirs) {
            boolean agree = mine.entries.size() == theirs.entries.size();
            for (int i = 0; agree && i < mine.entries.size(); i++) {
                agree = facts.saySame(
                        mine.entries.get(i).first(), theirs.entries.get(i).first());
            }
            return agree;
        }
        return equals(other);
    }
}
