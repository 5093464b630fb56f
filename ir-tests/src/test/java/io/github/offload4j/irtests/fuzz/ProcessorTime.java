package io.github.offload4j.irtests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has had of the processors, with those of its own processes that have ended. */
final class ProcessorTime {
    /** Linux has it so, whatever the kernel's clock does. */
    private static final long TICKS_A_SECOND = 100;

    /** User, system, and both for the children: behind the name, which may hold blanks. */
    private static final int FIRST_FIELD = 11;

    private final Process process;
    private final Path status;
    private final long begun = System.nanoTime();
    private Duration seen = Duration.ZERO;

    ProcessorTime(Process process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "stat");
    }

    /** Looks, which has to be before the process ends. */
    void look() {
        Duration now = Files.exists(status)
                ? ofStatus()
                : process.info().totalCpuDuration().orElse(Duration.ZERO);
        seen = now.compareTo(seen) > 0 ? now : seen;
    }

    /** Returns what was seen last, or the time on the wall where the system does not tell. */
    Duration seen() {
        return seen.isZero() ? Duration.ofNanos(System.nanoTime() - begun) : seen;
    }

    private Duration ofStatus() {
        try {
            String line = Files.readString(status);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST_FIELD; i < FIRST_FIELD + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }
}
