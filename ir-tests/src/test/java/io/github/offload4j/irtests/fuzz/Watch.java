package io.github.offload4j.irtests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Ends the process when an input takes too long, or too much memory. */
final class Watch {
    /** What the process answers when an input takes too long. */
    static final int HANGING = 3;

    /** What the process answers when it takes too much memory. */
    static final int SWOLLEN = 4;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MOST_KIB = 2 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    private volatile long begun;

    Watch() {
        Thread thread = new Thread(this::run, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    void begin() {
        begun = System.nanoTime();
    }

    void finish() {
        begun = 0;
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
            long since = begun;
            if (since != 0 && System.nanoTime() - since > LONGEST.toNanos()) {
                Runtime.getRuntime().halt(HANGING);
            }
            if (residentKib() > MOST_KIB) {
                Runtime.getRuntime().halt(SWOLLEN);
            }
        }
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
