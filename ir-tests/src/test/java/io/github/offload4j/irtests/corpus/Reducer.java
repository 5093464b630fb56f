package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Leaves out what a program made by chance fails without. */
final class Reducer {
    private final long seed;
    private final Flags flags;
    private final Path directory;

    private Reducer(long seed, Flags flags, Path directory) {
        this.seed = seed;
        this.flags = flags;
        this.directory = directory;
    }

    /**
     * Writes a program that fails, and has no statement that it fails without, into a folder.
     *
     * @param arguments the folder, the program's seed and the name of {@link Flags}
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Flags flags = Flags.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        Reducer reducer = new Reducer(Long.parseLong(arguments[1]), flags, directory);
        reducer.reduce();
    }

    private void reduce() throws IOException {
        int statements = RandomC.of(seed).statements();
        Set<Integer> left = new HashSet<>();
        if (failing(List.of(left)).isEmpty()) {
            throw new IllegalArgumentException("program " + seed + " does not fail");
        }
        boolean smaller = true;
        for (int size = statements / 2; smaller || size > 0; size /= 2) {
            smaller = false;
            int step = Math.max(size, 1);
            List<Set<Integer>> tries = new ArrayList<>();
            for (int first = 0; first < statements; first += step) {
                Set<Integer> more = new HashSet<>(left);
                for (int i = first; i < Math.min(first + step, statements); i++) {
                    more.add(i);
                }
                if (!more.equals(left)) {
                    tries.add(more);
                }
            }
            List<Integer> good = failing(tries);
            Set<Integer> all = new HashSet<>(left);
            good.forEach(index -> all.addAll(tries.get(index)));
            if (!good.isEmpty()) {
                // each alone can go; together they may not
                left = good.size() > 1 && !failing(List.of(all)).isEmpty() ? all : tries.get(good.get(0));
                smaller = size <= 1;
            }
        }
        failing(List.of(left));
        RandomC program = RandomC.of(seed, "reduced", left);
        Files.writeString(directory.resolve("reduced-kernels.c"), "#include \"random.h\"\n" + program.kernels());
        Files.writeString(directory.resolve("reduced-host.c"), "#include \"random-host.h\"\n" + program.host());
        System.out.println(statements - left.size() + " of " + statements + " statements are needed: " + directory);
    }

    /** Returns which programs fail. */
    private List<Integer> failing(List<Set<Integer>> tries) {
        List<RandomC> programs = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) {
            programs.add(RandomC.of(seed, "t" + i, tries.get(i)));
        }
        if (programs.isEmpty()) {
            return List.of();
        }
        MarkedProgram batch = RandomBatch.of("try", programs, flags, List.of(Mode.values()), directory);
        Trial.compile(List.of(batch), directory);
        List<String> failures =
                Trial.run(List.of(batch), Runner.embedded(directory)).failures(batch);
        List<Integer> failing = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) {
            String start = "case_t" + i + ",";
            if (failures.stream().anyMatch(failure -> failure.startsWith(start))) {
                failing.add(i);
            }
        }
        return failing;
    }
}
