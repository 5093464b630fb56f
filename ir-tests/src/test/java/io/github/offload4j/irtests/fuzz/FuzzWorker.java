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
    /** What the process answers when an input takes too long. */
    static final int HANGING = 3;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private FuzzWorker() {}

    /**
     * Runs.
     *
     * @param arguments the first seed, the number of seconds, the file for the input at hand, and the directory of the
     *     example specs
     */
    @SuppressWarnings("CatchAndPrintStackTrace") // the trace is the report
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        Path current = Path.of(arguments[2]);
        List<Target> targets = List.of(new LowerTarget(), new EmitTarget(Path.of(arguments[3])));
        List<List<String>> corpora = targets.stream().map(Target::corpus).toList();
        Watch watch = new Watch();
        long[] fed = new long[targets.size()];
        long[] good = new long[targets.size()];
        for (; System.nanoTime() < end; seed++) {
            int which = (int) Math.floorMod(seed, (long) targets.size());
            Target target = targets.get(which);
            Random random = new Random(seed);
            List<String> corpus = corpora.get(which);
            String input = new Mutator(random, target.words()).mutate(corpus.get(random.nextInt(corpus.size())));
            Files.writeString(current, "seed " + seed + "\n" + input, UTF_8);
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
        System.exit(0);
    }

    /** Ends the process when an input takes too long. */
    private static final class Watch {
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
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
                long since = begun;
                if (since != 0 && System.nanoTime() - since > LONGEST.toNanos()) {
                    Runtime.getRuntime().halt(HANGING);
                }
            }
        }
    }
}
