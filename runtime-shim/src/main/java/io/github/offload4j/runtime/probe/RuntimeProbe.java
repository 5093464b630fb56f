package io.github.offload4j.runtime.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a libomptarget for its devices in a child process: starting one may hang, or abort the process. */
public final class RuntimeProbe {
    /** A property as the runtime prints it: indented, two spaces or more between name and value. */
    private static final Pattern PROPERTY = Pattern.compile("\\s+(\\S.*?)\\s{2,}(\\S.*?)\\s*");

    /** What the plugins for NVIDIA, AMD and the host begin with. */
    private static final String FIRST_PROPERTY =
            "\\s+(CUDA Driver Version|HSA Runtime Version|Device Type\\s+Generic-elf-64bit)\\b.*";

    private final List<String> java;
    private final Duration patience;

    /**
     * Prepares to ask.
     *
     * @param java the command that starts Java with the options it needs, without class path and main class
     * @param patience how long to wait for an answer
     */
    public RuntimeProbe(List<String> java, Duration patience) {
        Objects.requireNonNull(java, "java is null");
        this.java = List.copyOf(java);
        this.patience = Objects.requireNonNull(patience, "patience is null");
    }

    /**
     * Asks.
     *
     * @param library the libomptarget
     * @throws UncheckedIOException when no process can be started
     */
    public ProbeResult ask(Path library) {
        Objects.requireNonNull(library, "library is null");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "-XX:+SuppressFatalErrorMessage",
                "-cp",
                System.getProperty("java.class.path"),
                ProbeMain.class.getName(),
                library.toString()));
        try {
            Path out = Files.createTempFile("offload4j-devices", ".txt");
            Path err = Files.createTempFile("offload4j-devices", ".txt");
            try {
                return ask(command, out, err);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ProbeResult.Failed("asking it was interrupted");
        }
    }

    private ProbeResult ask(List<String> command, Path out, Path err) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            child.getOutputStream().close();
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new ProbeResult.Failed("it did not answer within " + patience.toSeconds() + " s");
            }
        } finally {
            child.destroyForcibly();
        }
        String printed = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        if (child.exitValue() == 0 && printed.contains(ProbeMain.END)) {
            return new ProbeResult.Answered(devices(printed));
        }
        String message = new String(Files.readAllBytes(err), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("no message");
        return new ProbeResult.Failed(
                "starting it ended the process with exit code " + child.exitValue() + ": " + message);
    }

    /**
     * Reads what the process printed. The runtime keeps its own text back until the end, so that all descriptions come
     * together; each plugin begins one with the same property.
     */
    static List<RuntimeDevice> devices(String printed) {
        int count = printed.lines()
                .filter(line -> line.startsWith(ProbeMain.COUNT))
                .mapToInt(line -> Integer.parseInt(line.substring(ProbeMain.COUNT.length())))
                .findFirst()
                .orElse(0);
        List<Map<String, String>> described = new ArrayList<>();
        printed.lines().map(PROPERTY::matcher).filter(Matcher::matches).forEach(property -> {
            if (property.group().matches(FIRST_PROPERTY)) {
                described.add(new LinkedHashMap<>());
            }
            if (!described.isEmpty()) {
                described.get(described.size() - 1).putIfAbsent(property.group(1), property.group(2));
            }
        });
        // with another number of descriptions, nobody knows which is whose
        boolean complete = described.size() == count;
        List<RuntimeDevice> devices = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            devices.add(new RuntimeDevice(number, complete ? described.get(number) : Map.of()));
        }
        return devices;
    }
}
