package io.github.offload4j.codegen.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The events of some data in each block of a function, in order. */
final class Timeline {
    private final List<List<Event>> events = new ArrayList<>();

    Timeline(int blocks) {
        for (int i = 0; i < blocks; i++) {
            events.add(new ArrayList<>());
        }
    }

    void add(int block, Event event) {
        events.get(block).add(event);
    }

    void sort() {
        events.forEach(list -> list.sort(Comparator.comparingInt(Event::position)));
    }

    List<Event> of(int block) {
        return events.get(block);
    }
}
