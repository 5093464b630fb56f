package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Workers one after another, each for a while, and what became of them. */
final class Fuzzing {
    /** A worker's memory grows by what LLVM gives up on. */
    private static final long MOST_SECONDS = 60;

    /** For starting, and for the last input, on a machine that may be busy; the worker itself watches its inputs. */
    private static final long ALLOWANCE_IN_SECONDS = 1200;

    private static final Path EXAMPLES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/examples");

    private static final Pattern COUNTS = Pattern.compile("(\\w+Target): (\\d+) inputs, (\\d+) good");
    private static final Pattern NEXT_SEED = Pattern.compile("next seed (-?\\d+)");
    private static final Pattern SEED_AT_HAND = Pattern.compile("\\Aseed (-?\\d+)\\n");
    /** What LLVM does on its own with a module: a crash in anything else may come of what we called it with. */
    private static final Pattern IN_LLVM = Pattern.compile(
            "Java frames:[^\\n]*\\n[jJ] [^\\n]*?\\.(LLVM(?:ParseIRInContext|RunPasses|TargetMachineEmitToMemoryBuffer|VerifyModule))\\(");

    private static final Pattern FRAME = Pattern.compile("(?m)^# C +(.*)");

    private final Path directory;
    private final Path input;
    private final Path log;
    private final Path crash;
    private final Map<String, Long> fed = new TreeMap<>();
    private final Map<String, Long> good = new TreeMap<>();
    private final List<String> finds = new ArrayList<>();
    private final List<String> crashesOfLlvm = new ArrayList<>();
    private Duration processorTime = Duration.ZERO;

    Fuzzing(Path directory) {
        this.directory = directory;
        this.input = directory.resolve("input");
        this.log = directory.resolve("log");
        this.crash = directory.resolve("crash");
    }

    /** Fuzzes targets for a number of seconds of the processor's, or until something is found. */
    void fuzz(List<String> targets, long firstSeed, long seconds) throws IOException, InterruptedException {
        System.out.println("fuzzing " + targets + " from seed " + firstSeed);
        long seed = firstSeed;
        for (long left = seconds; left > 0; left = seconds - processorTime.toSeconds()) {
            boolean whole = work(targets, seed, Math.min(left, MOST_SECONDS));
            seed = whole ? number(NEXT_SEED, read(log)) : number(SEED_AT_HAND, read(input)) + 1;
            if (!finds.isEmpty() && System.getProperty("offload4j.fuzz.keep") == null) {
                return;
            }
        }
    }

    private boolean work(List<String> targets, long seed, long seconds) throws IOException, InterruptedException {
        Files.deleteIfExists(crash);
        Files.deleteIfExists(input);
        Path work = Files.createDirectories(directory.resolve("work"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ErrorFile=" + crash,
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                        "-Dbasedir=" + EXAMPLES.resolve("../../ir-tests").normalize(),
                        "-cp",
                        ChildJvm.classPath(),
                        FuzzWorker.class.getName(),
                        Long.toString(seed),
                        Long.toString(seconds),
                        input.toString(),
                        EXAMPLES.toString(),
                        work.toString(),
                        String.join(",", targets))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = wait(process, seconds + ALLOWANCE_IN_SECONDS);
        if (ended && process.exitValue() == 0) {
            COUNTS.matcher(read(log)).results().forEach(this::count);
            return true;
        }
        blame(ended ? "exit code " + process.exitValue() : "no end");
        return false;
    }

    private boolean wait(Process process, long seconds) throws InterruptedException {
        ProcessorTime used = new ProcessorTime(process);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        boolean ended = false;
        while (!ended && System.nanoTime() < end) {
            used.look();
            ended = process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        processorTime = processorTime.plus(used.seen());
        return ended;
    }

    private void count(MatchResult counts) {
        fed.merge(counts.group(1), Long.parseLong(counts.group(2)), Long::sum);
        good.merge(counts.group(1), Long.parseLong(counts.group(3)), Long::sum);
    }

    private void blame(String how) throws IOException {
        String report = read(crash);
        String what = how + "\n" + read(log) + "\non:\n" + read(input);
        var inLlvm = IN_LLVM.matcher(report);
        if (inLlvm.find()) {
            var frame = FRAME.matcher(report);
            String place = inLlvm.group(1) + (frame.find() ? ": " + frame.group(1) : "");
            crashesOfLlvm.add(place);
            keep("llvm", place + "\n" + what);
        } else {
            finds.add(what);
            keep("find", what + "\n" + report);
        }
    }

    private static void keep(String kind, String what) throws IOException {
        String place = System.getProperty("offload4j.fuzz.keep");
        if (place != null) {
            Files.writeString(Files.createTempFile(Path.of(place), kind, ".txt"), what, UTF_8);
        }
    }

    private long number(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("the worker has not come to an input: " + read(log));
        }
        return Long.parseLong(found.group(1));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    }

    /** Returns what did not end as it has to, with its input. */
    List<String> finds() {
        return finds;
    }

    /** Returns how many inputs of a target were good. */
    long good(String target) {
        return good.getOrDefault(target, 0L);
    }

    /** Returns what was done, for people. */
    String report() {
        StringBuilder text = new StringBuilder();
        fed.forEach((target, count) -> text.append(target + ": " + count + " inputs, " + good(target) + " good\n"));
        text.append("processor time: " + processorTime.toSeconds() + " s, finds: " + finds.size()
                + ", crashes inside of LLVM: " + crashesOfLlvm.size() + "\n");
        crashesOfLlvm.stream().distinct().forEach(place -> text.append(place + "\n"));
        return text.toString();
    }
}
