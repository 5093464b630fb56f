package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs many programs made by chance, and prints those that lose data. */
final class RandomReport {
    private static final int AT_ONCE = 1000;

    private RandomReport() {}

    /**
     * Runs programs.
     *
     * @param arguments a folder for the programs, {@code c} or {@code ir}, the first seed, how many, and {@code installed}
     *     for libomptarget 22 in place of the embedded device
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Runner runner = arguments.length > 4 ? Runner.installed(directory) : Runner.embedded(directory);
        RandomTrials trials =
                arguments[1].equals("c") ? RandomTrials.ofC(directory, runner) : RandomTrials.ofIr(directory, runner);
        long first = Long.parseLong(arguments[2]);
        long end = first + Long.parseLong(arguments[3]);
        int failures = 0;
        for (long seed = first; seed < end; seed += AT_ONCE) {
            List<String> found = trials.run(seed, Math.min(AT_ONCE, end - seed));
            for (String failure : found) {
                System.out.println(failure);
                trials.keep(failure, directory.resolve("failed"));
            }
            failures += found.size();
            System.out.printf(
                    Locale.ROOT,
                    "%d to %d: %d differences so far; split copies %d bytes, resident %d%n",
                    first,
                    Math.min(seed + AT_ONCE, end) - 1,
                    failures,
                    trials.splitBytes(),
                    trials.residentBytes());
        }
    }
}
