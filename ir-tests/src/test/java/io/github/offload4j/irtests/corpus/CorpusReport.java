package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints which functions of the corpus lose data, for those who work on the facts that decide it. */
final class CorpusReport {
    private CorpusReport() {}

    /**
     * Runs the corpus.
     *
     * @param arguments a folder for the programs, then any of {@code kernel}, {@code callee}, {@code host}, of the names of
     *     {@link Flags}, and {@code installed} for libomptarget 22 in place of the embedded device
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        List<String> wanted = List.of(arguments).stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        Runner runner = wanted.contains("INSTALLED") ? Runner.installed(directory) : Runner.embedded(directory);
        List<MarkedProgram> programs = new ArrayList<>();
        for (Flags flags : chosen(Flags.values(), wanted)) {
            for (Role role : chosen(Role.values(), wanted)) {
                programs.add(Corpus.program(role, flags, directory));
            }
        }
        long start = System.nanoTime();
        Trial.compile(programs, directory);
        long compiled = System.nanoTime();
        Trial trial = Trial.run(programs, runner);
        int failures = 0;
        for (MarkedProgram program : programs) {
            List<String> found = trial.failures(program);
            found.forEach(System.out::println);
            failures += found.size();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d differ; split copies %d bytes, resident %d%n",
                    program.name(),
                    found.size(),
                    program.cases().size(),
                    trial.bytes(program, Mode.SPLIT),
                    trial.bytes(program, Mode.RESIDENT));
        }
        System.out.printf(
                Locale.ROOT,
                "compiled in %d s, run in %d s%n",
                (compiled - start) / 1_000_000_000,
                (System.nanoTime() - compiled) / 1_000_000_000);
        System.exit(failures == 0 ? 0 : 1);
    }

    private static <T extends Enum<T>> List<T> chosen(T[] all, List<String> wanted) {
        List<T> chosen =
                List.of(all).stream().filter(one -> wanted.contains(one.name())).toList();
        return chosen.isEmpty() ? List.of(all) : chosen;
    }
}
