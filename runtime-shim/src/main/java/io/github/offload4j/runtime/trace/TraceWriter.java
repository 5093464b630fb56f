package io.github.offload4j.runtime.trace;

import io.github.offload4j.runtime.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes events in Chrome's trace event format, which Perfetto and {@code chrome://tracing} open.
 *
 * <p>Times count from the first event, in microseconds with three decimals, so nothing is lost. {@code args} holds what
 * an event was done to, its bytes and device, the site, and a launch's grid and block.
 */
public final class TraceWriter {
    private static final int PROCESS = 1;

    private TraceWriter() {}

    /**
     * Writes a whole file.
     *
     * @param events in any order
     * @param out what is written to; the caller closes it
     * @throws IOException when writing fails
     */
    public static void write(Collection<OffloadEvent> events, Writer out) throws IOException {
        Objects.requireNonNull(events, "events is null");
        Objects.requireNonNull(out, "out is null");
        long origin = events.stream().mapToLong(OffloadEvent::startNanos).min().orElse(0);
        out.write("{\"displayTimeUnit\": \"ns\", \"traceEvents\": [\n");
        out.write(metadata("process_name", 0, "offload4j"));
        Map<Long, String> threads = new TreeMap<>();
        events.forEach(event -> threads.put(event.threadId(), event.threadName()));
        for (Map.Entry<Long, String> thread : threads.entrySet()) {
            out.write(",\n" + metadata("thread_name", thread.getKey(), thread.getValue()));
        }
        for (OffloadEvent event : events.stream().sorted(TraceRecorder.IN_TIME).toList()) {
            out.write(",\n" + text(event, origin));
        }
        out.write("\n]}\n");
    }

    private static String metadata(String what, long thread, String name) {
        return "{\"ph\": \"M\", \"pid\": " + PROCESS + ", \"tid\": " + thread + ", \"name\": " + Json.quote(what)
                + ", \"args\": {\"name\": " + Json.quote(name) + "}}";
    }

    private static String text(OffloadEvent event, long origin) {
        return "{\"ph\": \"X\", \"pid\": " + PROCESS + ", \"tid\": " + event.threadId() + ", \"ts\": "
                + micros(event.startNanos() - origin) + ", \"dur\": " + micros(event.durationNanos()) + ", \"cat\": "
                + Json.quote(category(event.kind())) + ", \"name\": " + Json.quote(title(event)) + ", \"args\": {"
                + arguments(event) + "}}";
    }

    static String category(OffloadEvent.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(OffloadEvent event) {
        String what = category(event.kind()).replace('-', ' ');
        return event.name().isEmpty() ? what : what + " " + event.name();
    }

    private static String arguments(OffloadEvent event) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("name", Json.quote(event.name()));
        arguments.put("bytes", Long.toString(event.bytes()));
        arguments.put("device", Integer.toString(event.device()));
        event.location().ifPresent(location -> {
            arguments.put("file", Json.quote(location.file()));
            arguments.put("line", Integer.toString(location.line()));
            arguments.put("column", Integer.toString(location.column()));
        });
        event.shape().ifPresent(shape -> {
            arguments.put("grid", size(shape.grid()));
            arguments.put("block", size(shape.block()));
            arguments.put("shared", Long.toString(shape.sharedBytes()));
        });
        StringBuilder text = new StringBuilder();
        arguments.forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(Json.quote(name))
                .append(": ")
                .append(value));
        return text.toString();
    }

    private static String size(LaunchShape.Size size) {
        return "[" + size.x() + ", " + size.y() + ", " + size.z() + "]";
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%d.%03d", nanos / 1000, nanos % 1000);
    }
}
