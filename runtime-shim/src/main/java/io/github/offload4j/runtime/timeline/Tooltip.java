package io.github.offload4j.runtime.timeline;

import io.github.offload4j.runtime.trace.LaunchShape;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a viewer shows when the pointer rests on a mark. */
final class Tooltip {
    private Tooltip() {}

    static String text(Mark mark, long origin) {
        return mark.isSingle() ? single(mark.first(), origin) : several(mark.events(), origin);
    }

    static String shape(LaunchShape shape) {
        return Quantities.count(shape.grid().count(), "block", "blocks") + " of "
                + shape.block().count();
    }

    private static String single(OffloadEvent event, long origin) {
        List<String> lines = new ArrayList<>();
        lines.add((what(event.kind()) + " " + event.name()).strip());
        if (event.bytes() > 0) {
            lines.add(exactBytes(event.bytes()) + rate(event));
        }
        event.shape().ifPresent(shape -> {
            lines.add("grid " + shape.grid() + ", block " + shape.block());
            if (shape.sharedBytes() > 0) {
                lines.add("shared " + exactBytes(shape.sharedBytes()));
            }
        });
        lines.add(Quantities.duration(event.durationNanos()) + ", begins at "
                + Quantities.duration(event.startNanos() - origin));
        if (event.device() != OffloadEvent.NO_DEVICE) {
            lines.add("device " + event.device());
        }
        event.location().ifPresent(location -> lines.add(location.toString()));
        if (!event.threadName().isEmpty()) {
            lines.add("thread " + event.threadName());
        }
        return String.join("\n", lines);
    }

    private static String several(List<OffloadEvent> events, long origin) {
        OffloadEvent first = events.get(0);
        OffloadEvent last = events.get(events.size() - 1);
        Map<String, Integer> counts = new TreeMap<>();
        long bytes = 0;
        for (OffloadEvent event : events) {
            counts.merge((what(event.kind()) + " " + event.name()).strip(), 1, Integer::sum);
            bytes += event.bytes();
        }
        List<String> lines = new ArrayList<>();
        lines.add(events.size() + " events in " + Quantities.duration(last.endNanos() - first.startNanos())
                + ", the first begins at " + Quantities.duration(first.startNanos() - origin));
        if (bytes > 0) {
            lines.add(exactBytes(bytes));
        }
        counts.forEach((what, count) -> lines.add(count + " × " + what));
        return String.join("\n", lines);
    }

    private static String exactBytes(long bytes) {
        return bytes < 1000 ? bytes + " B" : bytes + " B (" + Quantities.bytes(bytes) + ")";
    }

    private static String rate(OffloadEvent event) {
        return switch (event.kind()) {
            case COPY_IN, COPY_OUT, COPY_ACROSS ->
                event.durationNanos() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %.2f GB/s", (double) event.bytes() / event.durationNanos());
            case DATA_BEGIN, DATA_END, DATA_UPDATE, ALLOCATE, FREE, LAUNCH, REGISTER, UNREGISTER, HOST_CALL -> "";
        };
    }

    private static String what(OffloadEvent.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
