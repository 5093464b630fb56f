package io.github.offload4j.tools.run;

import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the same command in a child process, and says how it died when it did: a program that crashes takes the whole
 * process with it.
 */
final class Isolation {
    /** What the Java virtual machine writes about its own end. */
    private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x[0-9a-f]+\\).*");

    private static final Pattern CRASH_PLACE = Pattern.compile("# [CVJj]\\s+(\\[.*)");

    private final StandardStreams streams;
    private final DiagnosticPrinter printer;

    Isolation(StandardStreams streams, DiagnosticPrinter printer) {
        this.streams = streams;
        this.printer = printer;
    }

    /**
     * Runs irgen.
     *
     * @param arguments its command line
     * @return its exit code, or 1 when it died or ended with one that irgen has not
     * @throws IOException when no process can be started
     */
    int run(List<String> arguments) throws IOException {
        Path report = Files.createTempFile("irgen-crash", ".log");
        try {
            return run(arguments, report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERNAL_FAULT;
        } finally {
            Files.deleteIfExists(report);
        }
    }

    private int run(List<String> arguments, Path report) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ChildProcess.java());
        command.add("-XX:ErrorFile=" + report);
        command.add("-XX:-CreateCoredumpOnCrash");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildProcess.IRGEN));
        command.addAll(arguments);
        Process child = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread hook = new Thread(child::destroy, "end-child");
        Runtime.getRuntime().addShutdownHook(hook);
        LastLines last = new LastLines();
        CrashFilter results = new CrashFilter(streams.out());
        Thread output = pump(() -> copy(child.getInputStream(), results), "child-output");
        Thread errors = pump(() -> copyMessages(child.getErrorStream(), last), "child-messages");
        int exitCode = child.waitFor();
        output.join();
        errors.join();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return exitCode;
        }
        Optional<String> crash = crash(report);
        if (crash.isEmpty()) {
            results.release();
        }
        return verdict(exitCode, crash, last);
    }

    private int verdict(int exitCode, Optional<String> crash, LastLines last) {
        if (crash.isPresent()) {
            printer.error("the program died of " + crash.get());
        } else if (Signal.ended(exitCode)) {
            printer.error(
                    "the program died of " + Signal.name(Signal.number(exitCode)) + " (exit code " + exitCode + ")");
        } else if (exitCode == ExitCode.DONE
                || exitCode == ExitCode.BAD_INPUT
                || exitCode == ExitCode.WRONG_USAGE
                || exitCode == ExitCode.INTERNAL_FAULT) {
            return exitCode;
        } else {
            printer.error("the program ended the process with exit code " + exitCode);
        }
        last.line().ifPresent(line -> printer.note("its last message was: " + line));
        return ExitCode.BAD_INPUT;
    }

    /** The virtual machine catches every crash and ends by itself; its report has the signal, and the place. */
    private static Optional<String> crash(Path report) throws IOException {
        try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
            List<String> head = lines.limit(40).toList();
            for (int i = 0; i < head.size(); i++) {
                Matcher crash = CRASH.matcher(head.get(i));
                if (crash.matches()) {
                    return Optional.of(crash.group(1) + place(head));
                }
            }
            return Optional.empty();
        }
    }

    /** An address alone would not help anybody. */
    private static String place(List<String> head) {
        return head.stream()
                .map(CRASH_PLACE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(place -> " in " + place.group(1).strip())
                .orElse("");
    }

    private static Thread pump(Runnable action, String name) {
        Thread thread = new Thread(action, name);
        thread.start();
        return thread;
    }

    private static void copy(InputStream in, OutputStream out) {
        try (in) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyMessages(InputStream in, LastLines last) {
        PrintWriter out = streams.errWriter();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last.add(line);
                out.println(line);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers what was said last. */
    private static final class LastLines {
        private String line = "";

        synchronized void add(String next) {
            if (!next.isBlank()) {
                line = next;
            }
        }

        synchronized Optional<String> line() {
            return line.isEmpty() ? Optional.empty() : Optional.of(line.replaceAll("\\p{Cntrl}", "\uFFFD"));
        }
    }
}
