package io.github.offload4j.irtests.mapping;

import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.IMPLICIT;
import static io.github.offload4j.codegen.abi.MapFlag.TO;

import io.github.offload4j.irtests.mapping.DeviceTable.Mapping;
import java.util.ArrayList;
import java.util.List;

/** What libomptarget overlooks and a strict embedded device does not: the last column of the table in the docs. */
final class Strictness {
    private final boolean strict;
    private final List<Opened> opened = new ArrayList<>();

    /** A region of no bytes that was begun where nothing is mapped; it may be ended and asked for. */
    private record Opened(DeviceTable table, int begin) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Opened that && that.table == table && that.begin == begin;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(table) + begin;
        }
    }

    Strictness(boolean strict) {
        this.strict = strict;
    }

    void mind(Stop stop) {
        if (strict) {
            throw new StopException(stop);
        }
    }

    private void mindUnless(boolean fine) {
        if (!fine) {
            mind(Stop.OVERLOOKED);
        }
    }

    void opened(DeviceTable table, Entry entry) {
        opened.add(new Opened(table, entry.begin()));
    }

    void endedWithoutBegin(DeviceTable table, Entry entry) {
        mindUnless(opened.remove(new Opened(table, entry.begin())));
    }

    void endedInPart(Mapping mapping, Entry entry) {
        mindUnless(entry.begin() == mapping.begin() && entry.size() == mapping.size());
    }

    void updatedInVain(Entry entry) {
        mindUnless(entry.size() == 0);
    }

    void askedInVain(DeviceTable table, int begin) {
        mindUnless(opened.contains(new Opened(table, begin)));
    }

    /** A kernel that takes nothing in, gives nothing out and has no device pointer works on what is mapped already. */
    void launched(DeviceTable table, Step.Launch step) {
        boolean hasOtherEffect = step.operands().stream().anyMatch(Step.DevicePointer.class::isInstance)
                || step.entries().stream().anyMatch(entry -> entry.has(TO) || entry.has(FROM));
        for (Entry entry : step.entries()) {
            boolean expected = entry.size() > 0 ? !hasOtherEffect : entry.has(IMPLICIT);
            boolean absent = table.find(entry.begin(), entry.size()).mapping().isEmpty();
            mindUnless(!expected || !absent || opened.contains(new Opened(table, entry.begin())));
        }
    }
}
