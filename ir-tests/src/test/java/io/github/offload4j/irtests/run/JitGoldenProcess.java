package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.irtests.run.JitGolden.Condition;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.testing.RecordedTrace;
import io.github.offload4j.runtime.trace.TraceListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Runs the executed programs in this process, on the embedded device and on a libomptarget, again and again. */
final class JitGoldenProcess {
    /** Precedes the name of what runs next. */
    static final String BEGIN = "golden: ";

    /** Precedes the copies of what has run, in order. */
    static final String COPIES = "copies: ";

    /** Precedes the exit code of what has run. */
    static final String END = "exit code: ";

    /** Precedes how much memory the process has, in KiB: after the warm-up, and at the end. */
    static final String MEMORY = "resident: ";

    private static final String LIBOMPTARGET = "libomptarget";

    /** Versions of the embedded device to run on, in place of the usual one. */
    private static final String VERSIONS = System.getProperty("offload4j.versions", "");

    private static final Path CPP_LIBRARY = Clang.cppLibrary();

    /**
     * A program and a place to run it.
     *
     * @param leavesImages whether libomptarget gets images, each of which it keeps as long as the process lives
     */
    private record Work(String where, JitGolden golden, boolean leavesImages, Loader loader) {}

    /** Compiles a program into this process. */
    private interface Loader {
        OffloadProgram load(TraceListener trace);
    }

    private JitGoldenProcess() {}

    /**
     * Prints what every program prints, its copies and its exit code.
     *
     * @param arguments the number of rounds before memory is looked at and after, the seed of the orders, and
     *     libomptarget's path, or nothing for the embedded device alone
     */
    public static void main(String[] arguments) throws IOException {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Random random = new Random(Long.parseLong(arguments[2]));
        JitGolden.DriverCode code = new JitGolden.DriverCode();
        List<Work> work = new ArrayList<>();
        if (!VERSIONS.isEmpty()) {
            for (String version : VERSIONS.split(",", -1)) {
                runOn(EmbeddedVersion.parse(version), code, rounds, random);
            }
            return;
        }
        EmbeddedOptions options = EmbeddedOptions.fromEnvironment();
        try (OffloadRuntime strict = OffloadRuntime.embedded(options);
                OffloadRuntime lenient = OffloadRuntime.embedded(options.lenient())) {
            add("embedded", golden -> golden.queries() ? lenient : strict, RuntimeAbi.LLVM_22, code, work);
            if (arguments.length > 3) {
                RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                        .search(Path.of(arguments[3]))
                        .chosen()
                        .orElseThrow();
                OffloadRuntime installed = OffloadRuntime.libomptarget(library);
                add(LIBOMPTARGET, golden -> installed, library.abi(), code, work);
                // Runtime 19 has devices only while there are images.
                OffloadProgram images = images(work);
                try {
                    repeat(work, warmUp, rounds, random);
                } finally {
                    images.close();
                }
            } else {
                repeat(work, warmUp, rounds, random);
            }
        }
    }

    /** Runs the programs for an ABI on devices with the ways of a version. */
    private static void runOn(EmbeddedVersion version, JitGolden.DriverCode code, int rounds, Random random)
            throws IOException {
        EmbeddedOptions options = EmbeddedOptions.defaults().as(version.runtime());
        List<Work> work = new ArrayList<>();
        try (OffloadRuntime strict = OffloadRuntime.embedded(options);
                OffloadRuntime lenient = OffloadRuntime.embedded(options.lenient())) {
            String where = "embedded " + version;
            add(where, golden -> golden.queries() ? lenient : strict, version.abi(), code, work);
            repeat(work, rounds, random);
        }
    }

    private static void add(
            String where,
            Function<JitGolden, OffloadRuntime> runtime,
            RuntimeAbi abi,
            JitGolden.DriverCode code,
            List<Work> work)
            throws IOException {
        for (JitGolden golden : JitGoldens.of(abi)) {
            if (isPossible(golden.condition(), where)) {
                byte[] module = golden.bitcode(code);
                boolean leavesImages = where.equals(LIBOMPTARGET) && JitGolden.hasImages(module);
                work.add(new Work(
                        where, golden, leavesImages, trace -> load(runtime.apply(golden), golden, module, trace)));
            }
        }
    }

    private static boolean isPossible(Condition condition, String where) {
        return switch (condition) {
            case ANYWHERE -> true;
            // rustc's lowering asks device 0 for pointers, whichever device has them and if none has; and 19 counts
            // devices that are disabled.
            case ON_DEVICE_ZERO ->
                System.getenv("OMP_DEFAULT_DEVICE") == null
                        && (where.startsWith("embedded") || System.getenv("OMP_TARGET_OFFLOAD") == null);
            // Other programs bring devices, and libomptarget ends the process at a launch that has no image for them.
            case LAUNCHES_REFUSED ->
                "DISABLED".equals(System.getenv("OMP_TARGET_OFFLOAD")) || where.startsWith("embedded");
        };
    }

    private static OffloadProgram images(List<Work> work) {
        Work images = work.stream().filter(Work::leavesImages).findFirst().orElseThrow();
        return images.loader().load(TraceListener.NONE);
    }

    private static OffloadProgram load(OffloadRuntime runtime, JitGolden golden, byte[] module, TraceListener trace) {
        OffloadJit.Builder jit = OffloadJit.on(runtime).trace(trace);
        golden.libraries().forEach(jit::library);
        if (golden.drivers().stream().anyMatch(driver -> driver.endsWith(".cc"))) {
            // not every JVM shows programs the one that it comes with
            jit.library(CPP_LIBRARY);
        }
        return jit.build().load(module, golden.name());
    }

    private static void repeat(List<Work> work, int warmUp, int rounds, Random random) throws IOException {
        repeat(work, warmUp, random);
        say(MEMORY + residentKilobytes());
        repeat(work.stream().filter(item -> !item.leavesImages()).toList(), rounds, random);
        say(MEMORY + residentKilobytes());
        repeat(work.stream().filter(Work::leavesImages).toList(), rounds, random);
    }

    private static void repeat(List<Work> work, int rounds, Random random) {
        List<Work> order = new ArrayList<>(work);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            order.forEach(JitGoldenProcess::run);
        }
    }

    private static void run(Work item) {
        say(BEGIN + item.golden().name() + " on " + item.where());
        RecordedTrace trace = new RecordedTrace();
        int exitCode;
        try (OffloadProgram program = item.loader().load(trace)) {
            Object[] arguments = item.golden().drivers().isEmpty() ? new Object[0] : new Object[] {1, null};
            exitCode = program.function("main").call(arguments).asInt();
        }
        say(COPIES + String.join(", ", trace.transfers()));
        say(END + exitCode);
    }

    /** The programs write to the same stream through the C library, which flushes every line. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        Optional<String> line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst();
        return Long.parseLong(line.orElseThrow().replaceAll("\\D", ""));
    }
}
