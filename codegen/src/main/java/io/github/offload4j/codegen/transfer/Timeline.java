package io.github.offload4j.codegen.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of some data in each block of a function, in order. */
final class Timeline {
    private final List<List<Event>> events = new ArrayList<>();
    private final Map<Occurrence, List<Event.Open>> opens = new HashMap<>();
    private final Map<Occurrence, List<End>> ends = new HashMap<>();
    private final Map<Occurrence, List<Event.Pass>> passes = new HashMap<>();

    /**
     * A place where a site unmaps the data.
     *
     * @param block the block
     * @param index which event of the block it is
     * @param close the event
     */
    record End(int block, int index, Event.Close close) {}

    Timeline(int blocks) {
        for (int i = 0; i < blocks; i++) {
            events.add(new ArrayList<>());
        }
    }

    void add(int block, Event event) {
        events.get(block).add(event);
    }

    /** Puts the events in order, once all are there. */
    void sort() {
        for (int block = 0; block < events.size(); block++) {
            List<Event> list = events.get(block);
            list.sort(Comparator.comparingInt(Event::position));
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Event.Open open) {
                    opens.computeIfAbsent(open.occurrence(), o -> new ArrayList<>())
                            .add(open);
                } else if (list.get(i) instanceof Event.Close close) {
                    ends.computeIfAbsent(close.occurrence(), o -> new ArrayList<>())
                            .add(new End(block, i, close));
                } else if (list.get(i) instanceof Event.Pass pass) {
                    passes.computeIfAbsent(pass.occurrence(), o -> new ArrayList<>())
                            .add(pass);
                }
            }
        }
    }

    List<Event> of(int block) {
        return events.get(block);
    }

    /** Returns where an argument is mapped. */
    List<Event.Open> opens(Occurrence occurrence) {
        return opens.getOrDefault(occurrence, List.of());
    }

    /** Returns where an argument is unmapped, in the order of the blocks. */
    List<End> ends(Occurrence occurrence) {
        return ends.getOrDefault(occurrence, List.of());
    }

    /** Returns where a function is called that may find an argument on the device. */
    List<Event.Pass> passes(Occurrence occurrence) {
        return passes.getOrDefault(occurrence, List.of());
    }
}
