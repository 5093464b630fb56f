package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Runs of programs made by chance, batch after batch, and what they copied. */
final class RandomTrials {
    /** A process for many programs costs less, and many more are no cheaper. */
    private static final long MOST_IN_BATCH = 250;

    private static final List<Flags> FLAGS = List.of(Flags.values());

    private final Batches batches;
    private final Source source;
    private final Path directory;
    private final Runner runner;
    private long split;
    private long resident;

    /** Makes a program of those that some numbers stand for; its own number says how it is compiled and runs. */
    private interface Batches {
        MarkedProgram of(long first, long end, long number, Path directory);
    }

    /** Returns the texts of the program that a number stands for, by the ending of their files. */
    private interface Source {
        Map<String, String> of(long seed);
    }

    private RandomTrials(Batches batches, Source source, Path directory, Runner runner) {
        this.batches = batches;
        this.source = source;
        this.directory = directory;
        this.runner = runner;
    }

    /** Runs programs in C. */
    static RandomTrials ofC(Path directory, Runner runner) {
        return new RandomTrials(
                (first, end, number, folder) -> RandomBatch.of(
                        "c",
                        LongStream.range(first, end).mapToObj(RandomC::of).toList(),
                        FLAGS.get((int) (number % FLAGS.size())),
                        modes(number, List.of(Mode.values())),
                        folder),
                seed -> {
                    RandomC program = RandomC.of(seed);
                    return Map.of(
                            "-kernels.c",
                            "#include \"random.h\"\n" + program.kernels(),
                            "-host.c",
                            "#include \"random-host.h\"\n" + program.host());
                },
                directory,
                runner);
    }

    /** Runs programs in LLVM IR; their kernels have threads, so that they do not run without a device. */
    static RandomTrials ofIr(Path directory, Runner runner) {
        return new RandomTrials(
                (first, end, number, folder) -> RandomIr.batch(
                        first, end, modes(number, List.of(Mode.SPLIT, Mode.FUSED, Mode.RESIDENT)), folder),
                seed -> Map.of(".ll", RandomProgram.of(seed)),
                directory,
                runner);
    }

    /** Runs programs in LLVM IR that are split into functions, every other time in three modules. */
    static RandomTrials ofCalls(Path directory, Runner runner) {
        return new RandomTrials(
                (first, end, number, folder) ->
                        RandomIr.calls(first, end, number % 2 == 0 ? 1 : 3, List.of(Mode.SPLIT, Mode.RESIDENT), folder),
                seed -> Map.of(".ll", RandomCalls.modules(List.of(seed), 1).get(0)),
                directory,
                runner);
    }

    /** Most run in the two modes that differ most, which takes half the time; each set of flags has its turn in all. */
    private static List<Mode> modes(long number, List<Mode> all) {
        return number / FLAGS.size() % 4 == 0 ? all : List.of(Mode.SPLIT, Mode.RESIDENT);
    }

    /** Runs programs, and returns a line for each that does not do what it has to. */
    List<String> run(long seed, long count) {
        List<String> failures = new ArrayList<>();
        long size = Math.max(1, Math.min(MOST_IN_BATCH, count / FLAGS.size()));
        for (long first = seed; first < seed + count; first += size) {
            MarkedProgram batch = batches.of(first, Math.min(first + size, seed + count), first / size, directory);
            Trial.compile(List.of(batch), directory);
            Trial trial = Trial.run(List.of(batch), runner);
            failures.addAll(trial.failures(batch));
            split += trial.bytes(batch, Mode.SPLIT);
            resident += trial.bytes(batch, Mode.RESIDENT);
        }
        return failures;
    }

    /** Writes the program that a line is about into a folder. */
    void keep(String failure, Path folder) throws IOException {
        long seed = Long.parseLong(failure.replaceFirst("\\D*(\\d+).*", "$1"));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> text : source.of(seed).entrySet()) {
            Files.writeString(folder.resolve(seed + text.getKey()), text.getValue());
        }
    }

    long splitBytes() {
        return split;
    }

    long residentBytes() {
        return resident;
    }
}
