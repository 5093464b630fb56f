package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.testing.RecordedTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Runs functions of compiled programs, in a process that their faults may end. */
final class CaseProcess {
    /** Precedes a program's file and a function that runs next. */
    static final String BEGIN = "case: ";

    /** Precedes how many bytes have travelled. */
    static final String BYTES = "bytes: ";

    /** Precedes what went wrong. */
    static final String ERROR = "error: ";

    /** Stands for the embedded device in place of libomptarget's file. */
    static final String EMBEDDED = "embedded";

    /** Of the processor, so that a busy machine does not end what is only waiting. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final AtomicReference<Duration> BEGUN = new AtomicReference<>(Duration.ZERO);

    private CaseProcess() {}

    /**
     * Prints what each function prints, and the bytes that it copied.
     *
     * @param arguments libomptarget's file or {@link #EMBEDDED}, and a file with a line for each function: its program's file
     *     and its name
     */
    public static void main(String[] arguments) throws IOException {
        watch();
        Map<String, List<String>> work = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            String[] words = line.split(" ", 2);
            work.computeIfAbsent(words[0], file -> new ArrayList<>()).add(words[1]);
        }
        for (Map.Entry<String, List<String>> program : work.entrySet()) {
            try (OffloadRuntime runtime = runtime(arguments[0])) {
                run(runtime, Path.of(program.getKey()), program.getValue());
            } catch (OffloadException e) {
                say(ERROR + e.getMessage());
            }
        }
    }

    private static OffloadRuntime runtime(String library) {
        return library.equals(EMBEDDED)
                ? OffloadRuntime.embedded(EmbeddedOptions.defaults().lenient())
                : OffloadRuntime.libomptarget(RuntimeLocator.ofThisProcess()
                        .search(Path.of(library))
                        .chosen()
                        .orElseThrow());
    }

    private static void run(OffloadRuntime runtime, Path file, List<String> functions) throws IOException {
        RecordedTrace trace = new RecordedTrace();
        try (OffloadProgram program =
                OffloadJit.on(runtime).trace(trace).build().load(Files.readAllBytes(file), file.toString())) {
            for (String function : functions) {
                say(BEGIN + file + " " + function);
                BEGUN.set(used());
                trace.clear();
                try {
                    program.function(function).call();
                    say(BYTES + (trace.bytesIn() + trace.bytesOut()));
                } catch (OffloadException e) {
                    say(ERROR + e.getMessage());
                }
            }
        }
    }

    /** A program that reads what it should not may never end. */
    private static void watch() {
        Thread watch = new Thread(() -> {
            try {
                while (used().minus(BEGUN.get()).compareTo(LIMIT) < 0) {
                    Thread.sleep(1000);
                }
                say(ERROR + "it did not end");
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The programs write to the same stream through the C library. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
