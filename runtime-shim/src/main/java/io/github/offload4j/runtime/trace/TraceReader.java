package io.github.offload4j.runtime.trace;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.json.Json;
import io.github.offload4j.runtime.json.JsonException;
import io.github.offload4j.runtime.json.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what {@link TraceWriter} wrote, or the file that libomptarget writes when {@code LIBOMPTARGET_PROFILE} is set.
 *
 * <p>libomptarget leaves out everything shorter than 500 µs unless {@code LIBOMPTARGET_PROFILE_GRANULARITY=0} is set
 * too.
 */
public final class TraceReader {
    private static final Map<String, OffloadEvent.Kind> KINDS = kinds();

    private final List<OffloadEvent> events = new ArrayList<>();
    private final ProfileEvents profile = new ProfileEvents();
    private final Map<Long, String> threads = new HashMap<>();

    private TraceReader() {}

    /**
     * Reads a whole file.
     *
     * @param in the file; the caller closes it
     * @throws TraceException when the text is not JSON, or holds nothing that we or libomptarget write
     * @throws IOException when reading fails
     */
    public static TraceData read(Reader in) throws IOException {
        Objects.requireNonNull(in, "in is null");
        try {
            return new TraceReader().file(in);
        } catch (JsonException e) {
            TraceException wrong = new TraceException(e.line(), e.column(), e.problem());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private TraceData file(Reader in) throws IOException {
        JsonParser parser = new JsonParser(in);
        if (parser.atArray()) {
            parser.array(this::event);
        } else {
            parser.object(name -> {
                if (name.equals("traceEvents")) {
                    parser.array(this::event);
                } else {
                    parser.value();
                }
            });
        }
        parser.end();
        if (!profile.isEmpty()) {
            return profile.toData(threads);
        }
        if (events.isEmpty()) {
            throw new TraceException("there is no event in it that offload4j or libomptarget wrote");
        }
        return new TraceData(
                events.stream().map(this::named).sorted(TraceRecorder.IN_TIME).toList(), List.of());
    }

    private void event(Json element) throws IOException {
        if (!(element instanceof Json.Members event)) {
            throw new TraceException("an element of traceEvents is no object");
        }
        Json.Members arguments = event.members("args");
        switch (event.text("ph").orElse("")) {
            case "M" -> {
                if (event.text("name").equals(Optional.of("thread_name"))) {
                    arguments.text("name").ifPresent(name -> threads.put(thread(event), name));
                }
            }
            case "X" -> {
                OffloadEvent.Kind kind = KINDS.get(event.text("cat").orElse(""));
                if (kind == null) {
                    profile.add(event, thread(event), nanos(event, "ts"), nanos(event, "dur"));
                } else {
                    events.add(ours(kind, event, arguments));
                }
            }
            default -> {}
        }
    }

    private static OffloadEvent ours(OffloadEvent.Kind kind, Json.Members event, Json.Members arguments)
            throws IOException {
        try {
            return new OffloadEvent(
                    kind,
                    (int) integer(arguments, "device", OffloadEvent.NO_DEVICE),
                    integer(arguments, "bytes", 0),
                    arguments.text("name").orElse(""),
                    arguments
                            .text("file")
                            .map(file -> new SourceLocation(
                                    file, (int) integer(arguments, "line", 0), (int) integer(arguments, "column", 0))),
                    shape(arguments),
                    nanos(event, "ts"),
                    nanos(event, "dur"),
                    thread(event),
                    "");
        } catch (OffloadException e) {
            TraceException wrong = new TraceException("the file is damaged: " + e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** The names of threads may follow the events. */
    private OffloadEvent named(OffloadEvent event) {
        return new OffloadEvent(
                event.kind(),
                event.device(),
                event.bytes(),
                event.name(),
                event.location(),
                event.shape(),
                event.startNanos(),
                event.durationNanos(),
                event.threadId(),
                threads.getOrDefault(event.threadId(), ""));
    }

    private static Optional<LaunchShape> shape(Json.Members arguments) {
        Optional<LaunchShape.Size> grid = size(arguments, "grid");
        Optional<LaunchShape.Size> block = size(arguments, "block");
        return grid.isPresent() && block.isPresent()
                ? Optional.of(new LaunchShape(grid.get(), block.get(), integer(arguments, "shared", 0)))
                : Optional.empty();
    }

    private static Optional<LaunchShape.Size> size(Json.Members arguments, String name) {
        if (!(arguments.values().get(name) instanceof Json.Elements elements)) {
            return Optional.empty();
        }
        long[] sizes = elements.values().stream()
                .filter(Json.Numeral.class::isInstance)
                .mapToLong(element -> (long) ((Json.Numeral) element).value())
                .toArray();
        return sizes.length == 3 ? Optional.of(new LaunchShape.Size(sizes[0], sizes[1], sizes[2])) : Optional.empty();
    }

    private static long thread(Json.Members event) {
        return integer(event, "tid", 0);
    }

    private static long nanos(Json.Members event, String name) {
        return Math.round(event.number(name).orElse(0.0) * 1000);
    }

    private static long integer(Json.Members members, String name, long otherwise) {
        return members.number(name).map(Double::longValue).orElse(otherwise);
    }

    private static Map<String, OffloadEvent.Kind> kinds() {
        Map<String, OffloadEvent.Kind> kinds = new HashMap<>();
        for (OffloadEvent.Kind kind : OffloadEvent.Kind.values()) {
            kinds.put(TraceWriter.category(kind), kind);
        }
        return Map.copyOf(kinds);
    }
}
