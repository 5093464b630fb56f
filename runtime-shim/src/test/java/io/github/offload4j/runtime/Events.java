package io.github.offload4j.runtime;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.trace.LaunchShape;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events as programs make them, at times that tests can name. */
public final class Events {
    private Events() {}

    /** One saxpy on 1000 floats: begin with two copies in, launch, end with one copy out; 100 µs in all. */
    public static List<OffloadEvent> saxpy() {
        return List.of(
                event(Kind.HOST_CALL, OffloadEvent.NO_DEVICE, 0, "run_saxpy", 0, 100_000),
                event(Kind.DATA_BEGIN, 0, 8000, "", 2_000, 20_000),
                event(Kind.COPY_IN, 0, 4000, "x", 6_000, 4_000),
                event(Kind.COPY_IN, 0, 4000, "y", 13_000, 3_000),
                launch("saxpy", 24_000, 50_000),
                event(Kind.DATA_END, 0, 8000, "", 76_000, 20_000),
                event(Kind.COPY_OUT, 0, 4000, "y", 77_000, 9_000));
    }

    /** As many events as asked: two devices and three threads, lengths from nothing to a hundred pixels. */
    public static List<OffloadEvent> many(int count) {
        Random random = new Random(4);
        List<OffloadEvent> events = new ArrayList<>();
        long time = 0;
        while (events.size() < count) {
            Kind kind = List.of(Kind.COPY_IN, Kind.LAUNCH, Kind.COPY_OUT, Kind.DATA_BEGIN)
                    .get(random.nextInt(4));
            long duration = random.nextInt(20) == 0 ? 3_000_000L : random.nextInt(60_000);
            int device = random.nextInt(2);
            long thread = 1L + random.nextInt(3);
            events.add(new OffloadEvent(
                    kind,
                    device,
                    kind == Kind.LAUNCH ? 0 : 1L << random.nextInt(30),
                    random.nextInt(10) == 0 ? "a_rather_long_name_of_something" : "y" + random.nextInt(5),
                    Optional.empty(),
                    Optional.empty(),
                    time,
                    duration,
                    thread,
                    "worker-" + thread));
            // some overlap with what follows
            time += random.nextInt(4) == 0 ? duration / 2 : duration + random.nextInt(30_000);
        }
        return events;
    }

    public static OffloadEvent launch(String name, long start, long duration) {
        LaunchShape shape = new LaunchShape(new LaunchShape.Size(4, 1, 1), new LaunchShape.Size(256, 1, 1), 0);
        return new OffloadEvent(
                Kind.LAUNCH,
                0,
                0,
                name,
                Optional.of(new SourceLocation("saxpy.yaml", 7, 12)),
                Optional.of(shape),
                start,
                duration,
                1,
                "main");
    }

    public static OffloadEvent event(Kind kind, int device, long bytes, String name, long start, long duration) {
        return new OffloadEvent(
                kind, device, bytes, name, Optional.empty(), Optional.empty(), start, duration, 1, "main");
    }
}
