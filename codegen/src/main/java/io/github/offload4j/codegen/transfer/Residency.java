package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where some data can stay on the device.
 *
 * <p>Data stays from the end of one site to the begin of another on every path between them on which it does not have to be
 * on the host. It goes back where no such path leads on: at the end of its last site, or at the start of the block by which
 * control leaves all such paths. A site on which data arrives mapped on some paths and unmapped on others decides when the
 * program runs.
 */
final class Residency {
    /** Data is not mapped. */
    static final int CLOSED = 1;
    /** Data is in a site, and the host's copy is good. */
    static final int IN_CLEAN = 2;
    /** Data is in a site, and the host's copy is out of date. */
    static final int IN_DIRTY = 4;
    /** Data has stayed, and the host's copy is good. */
    static final int CLEAN = 8;
    /** Data has stayed, and the host's copy is out of date. */
    static final int DIRTY = 16;

    /** Data that has stayed. */
    static final int STAYING = CLEAN | DIRTY;

    /**
     * A begin in front of a loop.
     *
     * @param from the block that control comes from
     * @param header the loop's first block
     * @param to whether bytes are copied in
     */
    record Hoist(int from, int header, boolean to) {}

    private final Graph graph;
    private final Timeline timeline;
    private final boolean[] wanted;
    private final List<Hoist> hoists = new ArrayList<>();
    private int[] incoming;
    private final Map<Event, Integer> states = new HashMap<>();
    private final Set<Event.Close> staying = new HashSet<>();
    private final List<Event.Open> mappings = new ArrayList<>();
    private boolean nested;

    Residency(Graph graph, Timeline timeline) {
        this.graph = graph;
        this.timeline = timeline;
        this.wanted = findWanted();
        this.incoming = solve();
    }

    private boolean[] findWanted() {
        boolean[] found = new boolean[graph.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block = graph.size() - 1; block >= 0; block--) {
                boolean before = found[block];
                found[block] = isWanted(timeline.of(block), 0, block, found);
                changed |= before != found[block];
            }
        }
        return found;
    }

    private boolean isWanted(List<Event> events, int first, int block, boolean[] known) {
        for (int i = first; i < events.size(); i++) {
            Event event = events.get(i);
            if (event instanceof Event.Open) {
                return true;
            }
            if (event instanceof Event.Barrier) {
                return false;
            }
        }
        return graph.successors(block).stream().anyMatch(next -> known[next]);
    }

    /** Returns whether some path from the start of a block leads to a site that maps the data, without needing it on the host. */
    boolean isWanted(int block) {
        return wanted[block];
    }

    private int[] solve() {
        int[] states = new int[graph.size()];
        if (graph.size() > 0) {
            states[0] = CLOSED;
        }
        int[] order = graph.reversePostorder();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block : order) {
                int state = leaving(block, states[block], false);
                for (int next : graph.successors(block)) {
                    int before = states[next];
                    states[next] |= along(block, next, state);
                    changed |= before != states[next];
                }
            }
        }
        for (int block : order) {
            leaving(block, states[block], true);
        }
        return states;
    }

    private int along(int from, int header, int state) {
        boolean hoisted = hoists.stream().anyMatch(h -> h.from() == from && h.header() == header);
        return hoisted && (state & CLOSED) != 0 ? (state & ~CLOSED) | CLEAN : state;
    }

    /** Returns the states at the end of a block that control enters in some states. */
    private int leaving(int block, int entering, boolean note) {
        int state = wanted[block] ? entering : closed(entering);
        List<Event> events = timeline.of(block);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (note) {
                states.put(event, state);
            }
            if (event instanceof Event.Open open) {
                if (note && (state & CLOSED) != 0) {
                    mappings.add(open);
                }
                state = opened(state, open.occurrence().from(), note);
            } else if (event instanceof Event.Close close) {
                nested |= note && (state & (CLOSED | STAYING)) != 0;
                boolean stays = isWanted(events, i + 1, block, wanted);
                if (note && stays && state != 0) {
                    staying.add(close);
                }
                state = stays ? kept(state) : state == 0 ? 0 : CLOSED;
            }
        }
        return state;
    }

    private static int closed(int state) {
        return (state & STAYING) == 0 ? state : (state & ~STAYING) | CLOSED;
    }

    private int opened(int state, boolean from, boolean note) {
        nested |= note && (state & (IN_CLEAN | IN_DIRTY)) != 0;
        int result = 0;
        if ((state & (CLOSED | CLEAN)) != 0) {
            result |= from ? IN_DIRTY : IN_CLEAN;
        }
        if ((state & DIRTY) != 0) {
            result |= IN_DIRTY;
        }
        return result;
    }

    private static int kept(int state) {
        return ((state & IN_CLEAN) != 0 ? CLEAN : 0) | ((state & IN_DIRTY) != 0 ? DIRTY : 0);
    }

    /** Returns whether sites that map the data lie inside each other, or do not end once on every path. */
    boolean isNested() {
        return nested;
    }

    /** Returns the states in which control may come to an event; none when it never comes there. */
    int before(Event event) {
        return states.getOrDefault(event, 0);
    }

    /** Returns whether the data stays when a site ends. */
    boolean stays(Event.Close close) {
        return staying.contains(close);
    }

    /** Returns the events at which data is mapped that has not stayed, at least on some paths. */
    List<Event.Open> mappings() {
        return mappings;
    }

    /** Returns the states of data that goes back at the start of a block; none when none does. */
    int goingBack(int block) {
        return wanted[block] || (incoming[block] & STAYING) == 0 ? 0 : incoming[block];
    }

    /** Returns whether the data comes to a block in some states from a block. */
    int arriving(int from, int header) {
        return along(from, header, leaving(from, incoming[from], false));
    }

    /** Puts a begin in front of a loop. */
    void hoist(Hoist hoist) {
        hoists.add(hoist);
        solveAgain();
    }

    /** Takes a begin in front of a loop back. */
    void takeBack(Hoist hoist) {
        hoists.remove(hoist);
        solveAgain();
    }

    private void solveAgain() {
        states.clear();
        staying.clear();
        mappings.clear();
        incoming = solve();
    }

    List<Hoist> hoists() {
        return List.copyOf(hoists);
    }

    /** What every path from the start of a block runs into first. */
    enum First {
        /** Not the same, or not a site that maps the data. */
        OTHER,
        /** A site that maps the data and copies it in. */
        COPY,
        /** A site that maps the data without copying it in. */
        NO_COPY
    }

    /** Returns what every path from the start of each block runs into first. */
    First[] firsts() {
        First[] found = new First[graph.size()];
        Arrays.fill(found, First.OTHER);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block = graph.size() - 1; block >= 0; block--) {
                First now = first(block, found);
                changed |= now != found[block];
                found[block] = now;
            }
        }
        return found;
    }

    private First first(int block, First[] known) {
        for (Event event : timeline.of(block)) {
            if (event instanceof Event.Open open) {
                return open.occurrence().to() ? First.COPY : First.NO_COPY;
            }
            if (event instanceof Event.Barrier || event instanceof Event.Stop || event instanceof Event.Pass) {
                return First.OTHER;
            }
        }
        List<Integer> next = graph.successors(block);
        boolean same =
                !next.isEmpty() && next.stream().map(n -> known[n]).distinct().count() == 1;
        return same ? known[next.get(0)] : First.OTHER;
    }
}
