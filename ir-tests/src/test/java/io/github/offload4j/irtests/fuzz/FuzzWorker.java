package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Feeds inputs to the targets in turn until the time is up. The input at hand is always in a file, for the case that the
 * process does not survive it.
 */
final class FuzzWorker {
    private FuzzWorker() {}

    /**
     * Runs.
     *
     * @param arguments the first seed, the number of seconds, the file for the input at hand, the directory of the example
     *     specs, a directory to work in, and the targets' names, parted by commas
     */
    @SuppressWarnings("CatchAndPrintStackTrace") // the trace is the report
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        Path current = Path.of(arguments[2]);
        Commands commands = new Commands(Path.of(arguments[4]));
        List<Target> targets = Targets.of(arguments[5], Path.of(arguments[3]), commands);
        List<List<String>> corpora = targets.stream().map(Target::corpus).toList();
        Watch watch = new Watch();
        long[] fed = new long[targets.size()];
        long[] good = new long[targets.size()];
        for (; System.nanoTime() < end; seed++) {
            int which = (int) Math.floorMod(seed, (long) targets.size());
            Target target = targets.get(which);
            Random random = new Random(seed);
            List<String> corpus = corpora.get(which);
            String input = target.mutate(corpus.get(random.nextInt(corpus.size())), random);
            Files.writeString(current, "seed " + seed + "\n" + target.getClass().getSimpleName() + "\n" + input, UTF_8);
            watch.begin();
            try {
                good[which] += target.feed(input, random) ? 1 : 0;
            } catch (Throwable e) {
                e.printStackTrace();
                System.exit(1);
            }
            watch.finish();
            fed[which]++;
        }
        for (int i = 0; i < fed.length; i++) {
            System.out.println(
                    targets.get(i).getClass().getSimpleName() + ": " + fed[i] + " inputs, " + good[i] + " good");
        }
        System.out.println("next seed " + seed);
        System.exit(0);
    }
}
