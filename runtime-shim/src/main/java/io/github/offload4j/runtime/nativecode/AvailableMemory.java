package io.github.offload4j.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the machine can give. Linux promises memory that it does not have, and ends a process that uses it, so what is
 * large is compared with what is there.
 */
final class AvailableMemory {
    /** Smaller requests are not worth asking about. */
    private static final long LARGE = 1L << 30;

    private static final Path REPORT = Path.of("/proc/meminfo");
    private static final String LINE = "MemAvailable:";
    private static final long KIB = 1024;

    private AvailableMemory() {}

    /** Returns whether a number of bytes may be there; only a system that tells can say no. */
    static boolean has(long bytes) {
        return bytes < LARGE || bytes <= available();
    }

    private static long available() {
        try (Stream<String> lines = Files.lines(REPORT)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
