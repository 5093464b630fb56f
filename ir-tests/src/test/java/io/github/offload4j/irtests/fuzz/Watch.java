package io.github.offload4j.irtests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Ends the process when an input takes too long, or too much memory. */
final class Watch {
    /** What the process answers when an input takes too long. */
    static final int HANGING = 3;

    /** What the process answers when it takes too much memory. */
    static final int SWOLLEN = 4;

    /** Of the processor, so that a busy machine does not end what is only waiting. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** On the wall, for what waits for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final long MOST_KIB = 2 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final AtomicReference<Instant> begun = new AtomicReference<>();

    private record Instant(long wall, Duration used) {}

    Watch() {
        Thread thread = new Thread(this::run, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    void begin() {
        begun.set(new Instant(System.nanoTime(), used()));
    }

    void finish() {
        begun.set(null);
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
            Instant since = begun.get();
            if (since != null
                    && (used().minus(since.used()).compareTo(LONGEST) > 0
                            || System.nanoTime() - since.wall() > LONGEST_WAIT.toNanos())) {
                Runtime.getRuntime().halt(HANGING);
            }
            if (residentKib() > MOST_KIB) {
                Runtime.getRuntime().halt(SWOLLEN);
            }
        }
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns what the process has of the machine's memory, 0 where the system does not tell. */
    private static long residentKib() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
