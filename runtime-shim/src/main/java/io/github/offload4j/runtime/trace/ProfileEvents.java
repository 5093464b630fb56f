package io.github.offload4j.runtime.trace;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes sense of the events that libomptarget writes: on each thread in the order in which they ended, so that what a
 * call did comes right before the call.
 */
final class ProfileEvents {
    /** {@code ;file;function;line;column;;}, then what differs from event to event. */
    private static final Pattern DETAIL =
            Pattern.compile(";([^;]*);([^;]*);(\\d{1,9});(\\d{1,9});;(.*)", Pattern.DOTALL);

    private static final Pattern SIZE = Pattern.compile("Size=(\\d{1,18})B");
    private static final String TOTAL = "Total ";

    /** What a name in the file stands for. */
    private enum What {
        REGISTRATION,
        DATA_CALL,
        KERNEL_CALL,
        MAPPING,
        COPY_BACK,
        LAUNCH,
        SYNCHRONIZATION
    }

    private static final Map<String, What> NAMES = Map.of(
            "void initRuntime()", What.REGISTRATION,
            "Runtime: Data Copy", What.DATA_CALL,
            "Runtime: target exe", What.KERNEL_CALL,
            "HostToDev", What.MAPPING,
            "DevToHost", What.COPY_BACK,
            "Kernel Target", What.LAUNCH,
            // 19 has it without an h
            "Runtime: syncronize", What.SYNCHRONIZATION,
            "Runtime: synchronize", What.SYNCHRONIZATION);

    /** An event as it is in the file, with its site's parts. */
    record Raw(What what, long start, long duration, Optional<SourceLocation> location, String function, String rest) {
        long end() {
            return start + duration;
        }
    }

    private final Map<Long, List<Raw>> byThread = new TreeMap<>();
    private long present;
    private long counted;

    boolean isEmpty() {
        return present == 0 && counted == 0;
    }

    void add(Json.Members event, long thread, long start, long duration) {
        String name = event.text("name").orElse("");
        What what = NAMES.get(name);
        if (what != null) {
            present++;
            byThread.computeIfAbsent(thread, t -> new ArrayList<>()).add(raw(what, event, start, duration));
        } else if (name.startsWith(TOTAL) && NAMES.containsKey(name.substring(TOTAL.length()))) {
            counted += event.members("args").number("count").orElse(0.0).longValue();
        }
    }

    TraceData toData(Map<Long, String> threads) {
        List<OffloadEvent> events = new ArrayList<>();
        byThread.forEach((thread, raws) ->
                events.addAll(new ProfileThread(thread, threads.getOrDefault(thread, "")).events(raws)));
        events.sort(TraceRecorder.IN_TIME);
        List<String> notes = new ArrayList<>();
        notes.add("from a profile of libomptarget: a copy in is a mapping there, whether or not it moved its bytes,"
                + " and what an update moved is not told");
        if (counted > present) {
            notes.add((counted - present) + " events are not in the profile because they were too short; set"
                    + " LIBOMPTARGET_PROFILE_GRANULARITY=0 to have them");
        }
        return new TraceData(events, notes);
    }

    static long bytes(Raw raw) {
        Matcher size = SIZE.matcher(raw.rest());
        return size.find() ? Long.parseLong(size.group(1)) : 0;
    }

    static boolean isMapping(Raw raw) {
        return raw.what() == What.MAPPING;
    }

    private static Raw raw(What what, Json.Members event, long start, long duration) {
        String detail = event.members("args").text("detail").orElse("");
        Matcher parts = DETAIL.matcher(detail);
        if (!parts.matches()) {
            return new Raw(what, start, duration, Optional.empty(), "", detail);
        }
        String file = parts.group(1);
        Optional<SourceLocation> location = file.isEmpty() || file.equals("unknown")
                ? Optional.empty()
                : Optional.of(
                        new SourceLocation(file, Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4))));
        String function = parts.group(2).equals("unknown") ? "" : parts.group(2);
        return new Raw(what, start, duration, location, function, parts.group(5));
    }

    /** The events of one thread. */
    private static final class ProfileThread {
        private final long thread;
        private final String threadName;
        private final List<OffloadEvent> events = new ArrayList<>();
        /** How many regions are open at a site. */
        private final Map<String, Integer> open = new TreeMap<>();

        ProfileThread(long thread, String threadName) {
            this.thread = thread;
            this.threadName = threadName;
        }

        List<OffloadEvent> events(List<Raw> raws) {
            List<Raw> pending = new ArrayList<>();
            for (Raw raw : raws) {
                switch (raw.what()) {
                    case REGISTRATION -> events.add(event(OffloadEvent.Kind.REGISTER, raw, raw.end()));
                    case DATA_CALL -> dataCall(raw, take(pending, raw));
                    case KERNEL_CALL -> kernelCall(raw, take(pending, raw));
                    case MAPPING, COPY_BACK, LAUNCH, SYNCHRONIZATION -> pending.add(raw);
                }
            }
            // the calls around these were left out of the file
            pending.forEach(this::part);
            return events;
        }

        /** Removes and returns what happened within a call. */
        private static List<Raw> take(List<Raw> pending, Raw call) {
            int first = pending.size();
            while (first > 0 && pending.get(first - 1).start() >= call.start()) {
                first--;
            }
            List<Raw> within = pending.subList(first, pending.size());
            List<Raw> taken = List.copyOf(within);
            within.clear();
            return taken;
        }

        /** The file does not tell begin, end and update apart: what they contain does, and whether a region is open. */
        private void dataCall(Raw call, List<Raw> parts) {
            parts.forEach(this::part);
            String site = call.location() + call.rest();
            OffloadEvent.Kind kind;
            if (parts.stream().anyMatch(ProfileEvents::isMapping)) {
                kind = OffloadEvent.Kind.DATA_BEGIN;
                open.merge(site, 1, Integer::sum);
            } else if (!parts.isEmpty() || open.getOrDefault(site, 0) > 0) {
                kind = OffloadEvent.Kind.DATA_END;
                open.merge(site, -1, Integer::sum);
            } else {
                kind = OffloadEvent.Kind.DATA_UPDATE;
            }
            long bytes = parts.stream().mapToLong(ProfileEvents::bytes).sum();
            events.add(event(kind, call, call.start(), call.end(), bytes, ""));
        }

        /** A kernel runs from its launch to the end of the wait for it. */
        private void kernelCall(Raw call, List<Raw> parts) {
            long start = call.start();
            long end = call.end();
            for (Raw part : parts) {
                switch (part.what()) {
                    case LAUNCH -> {
                        start = part.start();
                        end = part.end();
                    }
                    case SYNCHRONIZATION -> end = Math.max(end, part.end());
                    case MAPPING, COPY_BACK -> part(part);
                    case REGISTRATION, DATA_CALL, KERNEL_CALL -> {}
                }
            }
            events.add(event(OffloadEvent.Kind.LAUNCH, call, start, end, 0, call.function()));
        }

        private void part(Raw raw) {
            switch (raw.what()) {
                case MAPPING -> events.add(event(OffloadEvent.Kind.COPY_IN, raw, raw.end()));
                case COPY_BACK -> events.add(event(OffloadEvent.Kind.COPY_OUT, raw, raw.end()));
                case LAUNCH ->
                    events.add(event(OffloadEvent.Kind.LAUNCH, raw, raw.start(), raw.end(), 0, raw.function()));
                case REGISTRATION, DATA_CALL, KERNEL_CALL, SYNCHRONIZATION -> {}
            }
        }

        private OffloadEvent event(OffloadEvent.Kind kind, Raw raw, long end) {
            return event(kind, raw, raw.start(), end, bytes(raw), "");
        }

        private OffloadEvent event(OffloadEvent.Kind kind, Raw raw, long start, long end, long bytes, String name) {
            return new OffloadEvent(
                    kind,
                    OffloadEvent.NO_DEVICE,
                    bytes,
                    name,
                    raw.location(),
                    Optional.empty(),
                    start,
                    Math.max(0, end - start),
                    thread,
                    threadName);
        }
    }
}
