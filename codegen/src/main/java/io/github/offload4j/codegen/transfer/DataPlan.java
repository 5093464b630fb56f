package io.github.offload4j.codegen.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done with some data that stays on the device somewhere.
 *
 * @param data the data
 * @param timeline its events
 * @param residency where it stays
 */
record DataPlan(MappedData data, Timeline timeline, Residency residency) {
    /** Returns the events at which sites map the data, with their blocks left out. */
    List<Event.Open> opens(int blocks) {
        List<Event.Open> opens = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            for (Event event : timeline.of(block)) {
                if (event instanceof Event.Open open) {
                    opens.add(open);
                }
            }
        }
        return opens;
    }

    /** Returns the states in which data comes to a function that may find it on the device; none when it never does. */
    int before(Occurrence perhaps) {
        return timeline.passes(perhaps).stream().mapToInt(residency::before).reduce(0, (a, b) -> a | b);
    }

    /** Returns whether the program has to remember in which state the data is. */
    boolean isDynamic(int blocks) {
        for (int block = 0; block < blocks; block++) {
            if (isMixed(residency.goingBack(block), Residency.CLEAN, Residency.DIRTY)
                    || ((residency.goingBack(block) & Residency.CLOSED) != 0)) {
                return true;
            }
            for (Event event : timeline.of(block)) {
                int state = residency.before(event);
                boolean unsure = event instanceof Event.Open && isMixed(state, Residency.CLOSED, Residency.STAYING);
                boolean unsureBack = event instanceof Event.Close close
                        && !residency.stays(close)
                        && isMixed(state, Residency.IN_CLEAN, Residency.IN_DIRTY);
                if (unsure || unsureBack) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the data is mapped or unmapped away from its sites. */
    boolean isRecorded(int blocks) {
        if (isDynamic(blocks) || !residency.hoists().isEmpty()) {
            return true;
        }
        for (int block = 0; block < blocks; block++) {
            if (residency.goingBack(block) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the data stays anywhere. */
    boolean staysSomewhere(int blocks) {
        for (int block = 0; block < blocks; block++) {
            for (Event event : timeline.of(block)) {
                if (event instanceof Event.Close close && residency.stays(close)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isMixed(int state, int first, int second) {
        return (state & first) != 0 && (state & second) != 0;
    }
}
