package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the threads of a block do with their shared memory, from barrier to barrier. */
final class Accesses {
    private static final int MOST_BYTES = 1 << 20;

    /** Reads of a phase that are looked at closely. */
    private static final int MOST_DOUBTS = 500;

    private final SharedObjects objects = new SharedObjects();
    private final List<Access> phase = new ArrayList<>();
    private final Map<Integer, BitSet> written = new HashMap<>();
    private final Set<Integer> touched = new HashSet<>();
    private boolean lost;

    SharedObjects objects() {
        return objects;
    }

    /** Learns of an access through an address. */
    void add(ThreadState thread, Step step, int mark, long offset, long value, boolean known) {
        if (!Mark.isAddress(mark)) {
            return;
        }
        int memory = Mark.memory(mark);
        boolean inside = Mark.isExact(mark) && offset >= 0 && offset + step.bits() <= MOST_BYTES;
        if (inside) {
            phase.add(new Access(thread.number, thread.epoch, memory, offset, step, value, known));
        } else if (step.kind() == Step.Kind.STORE) {
            touched.add(memory);
        }
    }

    /** Learns that something else is done with a memory, which may write all of it. */
    void touch(int mark) {
        if (Mark.isAddress(mark)) {
            touched.add(Mark.memory(mark));
        }
    }

    /** Learns that an address is where nobody looks. */
    void loseTrack() {
        lost = true;
    }

    /**
     * Returns two accesses of which the one is not ordered with the other, though it matters; one of them writes. Those of
     * different warps come first: within a warp some processors order them all the same.
     */
    Optional<List<Access>> race() {
        Map<Integer, Bytes> memories = new HashMap<>();
        Optional<List<Access>> ofOneWarp = Optional.empty();
        for (Access access : phase) {
            Bytes bytes = memories.computeIfAbsent(access.memory(), memory -> new Bytes());
            for (int k = (int) access.offset(); k < access.offset() + access.bytes(); k++) {
                for (Access other : bytes.at(k)) {
                    if (other != null && conflict(access, other)) {
                        if (!sameWarp(access, other)) {
                            return Optional.of(List.of(other, access));
                        }
                        ofOneWarp = ofOneWarp.isPresent() ? ofOneWarp : Optional.of(List.of(other, access));
                    }
                }
                bytes.keep(k, access);
            }
        }
        return ofOneWarp;
    }

    private static boolean conflict(Access one, Access other) {
        if (one.thread() == other.thread() || (!one.writes() && !other.writes())) {
            return false;
        }
        if (sameWarp(one, other) && one.epoch() != other.epoch()) {
            return false;
        }
        // who writes what is there already, or what nobody knows, may know why
        return !one.writes() || !other.writes() || (one.known() && other.known() && !one.leavesWhat(other));
    }

    static boolean sameWarp(Access one, Access other) {
        return one.thread() / BlockRun.LANES == other.thread() / BlockRun.LANES;
    }

    /** Ends a phase that every thread has come through, and returns what it has read that nobody has written. */
    Optional<Access> endPhase() {
        Optional<Access> unwritten = lost ? Optional.empty() : unwritten();
        for (Access access : phase) {
            if (access.writes()) {
                written.computeIfAbsent(access.memory(), memory -> new BitSet())
                        .set((int) access.offset(), (int) access.offset() + access.bytes());
            }
        }
        phase.clear();
        return unwritten;
    }

    private Optional<Access> unwritten() {
        return IntStream.range(0, phase.size())
                .filter(i -> {
                    Access access = phase.get(i);
                    return !access.writes() && !touched.contains(access.memory()) && !wasWritten(access);
                })
                .limit(MOST_DOUBTS)
                .filter(i -> !isWritten(i))
                .mapToObj(phase::get)
                .findFirst();
    }

    private boolean wasWritten(Access read) {
        BitSet bytes = written.getOrDefault(read.memory(), new BitSet());
        int next = bytes.nextSetBit((int) read.offset());
        return next >= 0 && next < read.offset() + read.bytes();
    }

    /** Returns whether another thread writes there in this phase, or the same one has done so before it reads. */
    private boolean isWritten(int index) {
        Access read = phase.get(index);
        for (int i = 0; i < phase.size(); i++) {
            Access access = phase.get(i);
            boolean overlaps = access.memory() == read.memory()
                    && access.offset() < read.offset() + read.bytes()
                    && read.offset() < access.offset() + access.bytes();
            if (access.writes() && overlaps && (i < index || access.thread() != read.thread())) {
                return true;
            }
        }
        return false;
    }
}
